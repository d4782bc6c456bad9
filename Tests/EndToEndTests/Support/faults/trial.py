"""One fault under a receiver that Polar sends to."""

import pathlib

from storm.connection import TIMEOUT, Answer, Connection
from storm.event import make_events
from storm.polar import Polar
from storm.receiver import HOST, Failure, Receiver, await_true
from storm.verdict import Verdict

from .fault import Fault

EVENTS = 600
# Acknowledged before the fault begins, mostly in the middle of the sending.
BEFORE = 100
# Sent once each during the fault, and by Polar's rule after it.
PROBES = 3


class Trial:
    def __init__(self, fault: Fault, receiver: Receiver, seed: int) -> None:
        self._fault = fault
        self._receiver = receiver
        receiver.start()
        self._polar = Polar(HOST, receiver.port, seed)
        events = make_events(EVENTS, seed)
        self._probes, self._events = events[:PROBES], events[PROBES:]
        self._wrong: list[str] = []

    def run(self) -> list[str]:
        """What is wrong."""
        self._polar.send(self._events)
        await_true(lambda: len(self._polar.acknowledged) >= BEFORE, f"{BEFORE} messages are acknowledged")
        self._fault.begin(self._receiver)
        self._ask_while_it_fails()
        self._fault.end()
        self._ask_again()
        self._receiver.await_deliveries()
        self._receiver.stop()
        # No run ended with the process, so the handler is done once with each.
        verdict = Verdict(self._receiver, self._polar, self._events + self._probes)
        self._print(verdict)
        return self._wrong + verdict.problems(most_effects=1)

    def _ask_while_it_fails(self) -> None:
        connection = Connection(HOST, self._receiver.port)
        for event in self._probes:
            answer = connection.post(event)
            self._expect(answer, 503, "unavailable", f"the message {event.id}")
            if not (answer.retry_after or "").isdecimal():
                self._wrong.append(f"the answer to {event.id} has no Retry-After")
            self._expect(connection.get("/healthz"), 200, '"status":"ok"', "/healthz")
            self._expect(connection.get("/readyz"), 503, f'"store":"{self._fault.code}"', "/readyz")
        connection.close()

    def _ask_again(self) -> None:
        connection = Connection(HOST, self._receiver.port)
        await_true(lambda: connection.get("/readyz").status == 200, "/readyz says 200", TIMEOUT)
        connection.close()
        if not self._polar.wait(60):
            raise Failure("a minute after the fault, Polar still waits for acknowledgements")
        self._polar.send(self._probes)
        if not self._polar.wait(60):
            raise Failure("a minute after the fault, messages refused during it are not taken")

    def _expect(self, answer: Answer, status: int, part: str, what: str) -> None:
        if answer.status != status or part not in answer.text:
            self._wrong.append(f"{what} is answered with {answer.status} {answer.text} instead of {status} … {part}")

    def _print(self, verdict: Verdict) -> None:
        polar = self._polar
        print(
            f"{self._fault.name}: {polar.refused:,} times 503, the slowest answer after {polar.slowest:.1f} s;"
            f" {len(polar.acknowledged):,} acknowledged, {verdict.stored:,} stored, {verdict.effects.total():,} handled"
        )
