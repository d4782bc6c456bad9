"""Events that arrive all the time, signed with secrets that change meanwhile."""

import collections
import queue
import threading
from collections.abc import Sequence

from storm.connection import Answer, Connection
from storm.event import Event

WORKERS = 4


class Load:
    """Begins to send at once, each event once."""

    def __init__(self, host: str, port: int, events: list[Event], secrets: Sequence[str]) -> None:
        self.secrets = secrets
        self.problems: list[str] = []
        self._answers: collections.Counter[str] = collections.Counter()
        self._lock = threading.Lock()
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        for event in events:
            self._events.put(event)
        arguments = (host, port)
        self._threads = [threading.Thread(target=self._work, args=arguments, daemon=True) for _ in range(WORKERS)]
        for thread in self._threads:
            thread.start()

    @property
    def done(self) -> int:
        with self._lock:
            return self._answers.total()

    @property
    def summary(self) -> str:
        return ", ".join(f"{count:,} {answer}" for answer, count in sorted(self._answers.items()))

    def wait(self, seconds: float) -> None:
        for thread in self._threads:
            thread.join(seconds)

    def _work(self, host: str, port: int) -> None:
        connection = Connection(host, port)
        while event := self._next():
            connection.secrets = self.secrets
            self._record(event, connection.post(event))
        connection.close()

    def _next(self) -> Event | None:
        try:
            return self._events.get_nowait()
        except queue.Empty:
            return None

    def _record(self, event: Event, answer: Answer) -> None:
        with self._lock:
            self._answers[f"{answer.status or 'none'} {answer.result}"] += 1
            if not answer.is_success:
                self.problems.append(f"{event.id} is answered with {answer.status} {answer.text}")
