"""Kills a receiver again and again while Polar sends, and looks whether anything was lost.

Run it as `python3 -m storm PROGRAM` in the folder that holds this package; it needs standardwebhooks. It prints counts,
and what is wrong, with status 1. The same seed chooses the same events and kills, though not the same moments.
"""

import argparse
import pathlib
import random
import sys
import tempfile
import time

from .event import make_events
from .polar import Polar
from .receiver import HOST, Failure, Receiver, await_true
from .verdict import Verdict


class Storm:
    def __init__(self, receiver: Receiver, count: int, kills: int, seed: int) -> None:
        self._receiver = receiver
        self._dice = random.Random(seed)
        self._events = make_events(count, seed)
        receiver.start()
        self._polar = Polar(HOST, receiver.port, seed)
        self._kills = 0
        self._young_kills = 0
        # A kill each time so many messages are acknowledged; the rest of the events comes after the last one.
        self._marks = sorted(self._dice.randrange(count * 19 // 20) for _ in range(kills))

    def run(self) -> list[str]:
        self._polar.send(self._events, repeated=0.1, twins=0.02)
        for mark in self._marks:
            self._kill_at(mark)
        if not self._polar.wait(60):
            raise Failure("a minute after the last kill, Polar still waits for acknowledgements")
        self._receiver.await_deliveries()
        dead = self._replay_dead()
        self._receiver.stop()
        verdict = Verdict(self._receiver, self._polar, self._events)
        self._print(verdict, len(dead))
        return [
            *(f"{id} was dead, though its handler cannot end the process" for id in dead),
            *verdict.problems(),
        ]

    # Killing

    def _kill_at(self, mark: int) -> None:
        def is_reached() -> bool:
            self._receiver.check()
            return len(self._polar.acknowledged) >= mark

        await_true(is_reached, f"{mark} messages are acknowledged")
        time.sleep(self._dice.uniform(0, 0.03))
        self._restart()
        # Some of its successors do not get far: they die while they start, or with what they have just taken up.
        while self._dice.random() < 0.2:
            time.sleep(self._dice.uniform(0, 0.4))
            self._young_kills += 1
            self._restart()

    def _restart(self) -> None:
        self._receiver.kill()
        self._kills += 1
        self._receiver.start()

    def _replay_dead(self) -> list[str]:
        """Three kills in a row may hit the same run, which then is not tried again by itself: an operator does it."""
        dead = [str(message["webhook_id"]) for message in self._receiver.messages("--state", "dead")]
        if dead:
            self._receiver.run("events", "replay", "--state", "dead", "--yes")
            self._receiver.await_deliveries()
        return dead

    def _print(self, verdict: Verdict, dead: int) -> None:
        polar, effects = self._polar, verdict.effects.values()
        successes = sum(count for answer, count in polar.answers.items() if answer.startswith("2"))
        print(f"{len(self._events):,} events, {verdict.stored:,} stored; {successes:,} answers with 2xx")
        print(f"{self._kills} kills, {self._young_kills} of them of a receiver that had just started")
        print(f"{polar.retries:,} retries; {polar.repeats:,} sent again once acknowledged, {polar.twins} twice at once")
        print(f"answers: {', '.join(f'{count:,} {answer}' for answer, count in sorted(polar.answers.items()))}")
        print(f"side effects: {min(effects)} to {max(effects)} for an event, {sum(effects):,} in all")
        print(f"{dead} deliveries were dead, and replayed")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=5_000, metavar="N", help="events (default: 5000)")
    parser.add_argument("--kills", type=int, default=36, metavar="N", help="at least so many (default: 36)")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    return parser.parse_args()


def main() -> int:
    options = parse_arguments()
    with tempfile.TemporaryDirectory(prefix="storm-") as folder:
        receiver = Receiver(options.program, pathlib.Path(folder))
        try:
            problems = Storm(receiver, options.count, options.kills, options.seed).run()
        except Failure as failure:
            problems = [str(failure)]
        finally:
            receiver.dispose()
    for problem in problems[:20]:
        print(f"WRONG: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
