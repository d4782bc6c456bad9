"""What must be true at the end."""

import collections

from .event import Event
from .polar import Polar
from .receiver import JSON, Receiver

# So many bodies are compared; each costs a run of the program.
BODIES = 10


class Verdict:
    """Compares what Polar was told with what a stopped receiver has stored and done."""

    def __init__(self, receiver: Receiver, polar: Polar, events: list[Event]) -> None:
        self._receiver = receiver
        self._polar = polar
        self._events = events
        self._messages = receiver.messages()[::-1]
        self._delivered = receiver.delivered()
        self.effects = collections.Counter(self._delivered)

    @property
    def stored(self) -> int:
        return len(self._messages)

    def problems(self, most_effects: int | None = None) -> list[str]:
        """Everything that is wrong."""
        return [
            *self._polar.problems,
            *self._unstored(),
            *self._undelivered(),
            *self._wrong_effects(most_effects),
            *self._disorder(),
            *self._altered(),
        ]

    def _unstored(self) -> list[str]:
        stored = collections.Counter(str(message["webhook_id"]) for message in self._messages)
        sent = {event.id for event in self._events}
        return (
            [f"{id} was acknowledged and is lost" for id in sorted(self._polar.acknowledged - stored.keys())]
            + [f"{id} is stored {count} times" for id, count in stored.items() if count > 1]
            + [f"{id} is stored and was never sent" for id in stored if id not in sent]
            + [f"{id} was new {count} times" for id, count in self._polar.accepted.items() if count > 1]
            + [f"{id} was never acknowledged" for id in sorted(sent - self._polar.acknowledged)]
        )

    def _undelivered(self) -> list[str]:
        return [
            f"the deliveries of {message['webhook_id']} are {message['deliveries']}"
            for message in self._messages
            if [(delivery["handler"], delivery["state"]) for delivery in _deliveries(message)] != [("log", "succeeded")]
        ]

    def _wrong_effects(self, most: int | None) -> list[str]:
        counts = {str(message["webhook_id"]): self.effects[str(message["webhook_id"])] for message in self._messages}
        return [
            f"the handler was done with {id} {count} times"
            for id, count in counts.items()
            if count < 1 or (most is not None and count > most)
        ]

    def _disorder(self) -> list[str]:
        """In each lane the handler is done with a message, for the last time, before it is done with the next one."""
        first = {id: place for place, id in reversed(list(enumerate(self._delivered)))}
        last = {id: place for place, id in enumerate(self._delivered)}
        return [
            f"{earlier} was handled after {later}, which arrived later in {lane}"
            for lane, ids in self._lanes().items()
            for earlier, later in zip(ids, ids[1:])
            if last.get(earlier, -1) > first.get(later, len(self._delivered))
        ]

    def _lanes(self) -> dict[str, list[str]]:
        lanes: dict[str, list[str]] = collections.defaultdict(list)
        for message in self._messages:
            for delivery in _deliveries(message):
                if delivery["lane"] is not None:
                    lanes[str(delivery["lane"])].append(str(message["webhook_id"]))
        return lanes

    def _altered(self) -> list[str]:
        return [
            f"the body of {event.id} is not what was sent"
            for event in self._events[:: max(1, len(self._events) // BODIES)]
            if self._receiver.body(event.id).encode() != event.body
        ]


def _deliveries(message: JSON) -> list[JSON]:
    deliveries = message["deliveries"]
    assert isinstance(deliveries, list)
    return deliveries
