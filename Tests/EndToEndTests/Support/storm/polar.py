"""Plays Polar: several workers send events, each again until it is answered with 2xx."""

import collections
import dataclasses
import heapq
import itertools
import random
import threading
import time

from .connection import Answer, Connection
from .event import Event

WORKERS = 8
# Polar waits 2 s × 2ⁿ × [1, 2) after failed attempt n, above 1,200 s that × [0.5, 1). Here a second lasts 2.5 ms. Polar
# gives up after ten attempts, and a merchant sends the event again by hand; here the tenth wait is repeated instead.
SCALE = 1 / 400
LONGEST = 1_200
# Where nobody listens, a connection is refused faster than Polar's workers could ask again.
REFUSED_PAUSE = 0.01


@dataclasses.dataclass
class Shipment:
    """One event on its way; a repeated one was acknowledged already."""

    event: Event
    attempt: int = 0
    is_repeated: bool = False


class Polar:
    def __init__(self, host: str, port: int, seed: int) -> None:
        self._address = (host, port)
        self._dice = random.Random(seed)
        self._changed = threading.Condition()
        self._line: list[tuple[float, int, Shipment]] = []
        self._number = itertools.count()
        self._open = 0
        self._repeated: set[str] = set()
        self._threads: list[threading.Thread] = []
        self.acknowledged: set[str] = set()
        self.accepted: collections.Counter[str] = collections.Counter()
        self.answers: collections.Counter[str] = collections.Counter()
        self.problems: list[str] = []
        self.retries = self.repeats = self.twins = 0
        self.slowest = 0.0

    def send(self, events: list[Event], repeated: float = 0, twins: float = 0) -> None:
        """Begins to send, in another order: a share again after the acknowledgement, a share twice at once."""
        now = time.monotonic()
        self._repeated = set(event.id for event in self._some(events, repeated))
        with self._changed:
            for place, event in enumerate(events):
                self._add(Shipment(event), now + (place + self._dice.uniform(0, 50)) * 1e-6)
            for event in self._some(events, twins):
                self.twins += 1
                self._add(Shipment(event), now)
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(WORKERS)]
        for thread in self._threads:
            thread.start()

    @property
    def refused(self) -> int:
        """How often the receiver could not store."""
        return self.answers["503 unavailable"]

    def wait(self, seconds: float) -> bool:
        """True once everything is acknowledged."""
        deadline = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _some(self, events: list[Event], share: float) -> list[Event]:
        return self._dice.sample(events, int(len(events) * share))

    def _add(self, shipment: Shipment, due: float) -> None:
        heapq.heappush(self._line, (due, next(self._number), shipment))
        self._open += 1
        self._changed.notify()

    def _take(self) -> Shipment | None:
        """The next shipment once it is due; None when all are done."""
        with self._changed:
            while self._open:
                wait = self._line[0][0] - time.monotonic() if self._line else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self._line)[2]
                self._changed.wait(wait)
            return None

    def _work(self) -> None:
        connection = Connection(*self._address)
        while shipment := self._take():
            pause = self._dice.uniform(0, 0.02) if self._dice.random() < 0.05 else 0
            shipment.attempt += 1
            answer = connection.post(shipment.event, pause)
            if answer.status is None:
                time.sleep(REFUSED_PAUSE)
            with self._changed:
                self._record(shipment, answer)
        connection.close()

    def _record(self, shipment: Shipment, answer: Answer) -> None:
        self._open -= 1
        self.answers[f"{answer.status or 'none'} {answer.result}"] += 1
        self.slowest = max(self.slowest, answer.seconds)
        if answer.is_success:
            self._acknowledge(shipment, answer)
        else:
            self._refuse(shipment, answer)
            self.retries += 1
            self._add(shipment, time.monotonic() + self._delay(shipment.attempt))
        self._changed.notify_all()

    def _acknowledge(self, shipment: Shipment, answer: Answer) -> None:
        event = shipment.event
        self.acknowledged.add(event.id)
        self.accepted[event.id] += answer.result == "accepted"
        if shipment.is_repeated and answer.result == "accepted":
            self.problems.append(f"{event.id} was acknowledged, and is new to the receiver when sent again")
        if event.id in self._repeated:
            self._repeated.remove(event.id)
            self.repeats += 1
            self._add(Shipment(event, is_repeated=True), time.monotonic() + self._dice.uniform(0, 1))

    def _refuse(self, shipment: Shipment, answer: Answer) -> None:
        if answer.status not in (None, 503):
            self.problems.append(f"{shipment.event.id} is answered with {answer.status} {answer.text}")
        if answer.status == 503 and not (answer.retry_after or "").isdecimal():
            self.problems.append(f"{shipment.event.id} is answered with 503 without Retry-After")

    def _delay(self, attempt: int) -> float:
        seconds = 2 * 2 ** min(attempt, 9) * self._dice.uniform(1, 2)
        return (seconds if seconds < LONGEST else LONGEST * self._dice.uniform(0.5, 1)) * SCALE
