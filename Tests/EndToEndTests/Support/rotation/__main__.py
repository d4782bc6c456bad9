"""Replaces the secret of a receiver while Polar sends, and looks whether an event was refused or lost.

Run it as `python3 -m rotation PROGRAM` in the folder that holds this package; it needs standardwebhooks. It prints counts,
and what is wrong, with status 1.
"""

import argparse
import pathlib
import signal
import sys
import tempfile

from storm.connection import Connection
from storm.event import Event, make_events
from storm.receiver import HOST, Failure, Receiver, Settings, await_true

from .load import Load
from .log import Log

OLD = "whsec_b2xkLXNlY3JldC1vbGQtc2VjcmV0LW9sZC1zZWNyZXQ="
NEW = "whsec_bmV3LXNlY3JldC1uZXctc2VjcmV0LW5ldy1zZWNyZXQ="


class Rotation:
    def __init__(self, program: pathlib.Path, folder: pathlib.Path, count: int, seed: int) -> None:
        self._file = folder / "secret"
        self._write([OLD])
        settings: Settings = {"POLAR_WEBHOOK_SECRET": None, "POLAR_WEBHOOK_SECRET_FILE": "secret"}
        self.receiver = Receiver(program, folder, settings)
        self._log = Log(folder / "log")
        self._events = make_events(count + 1, seed)
        self._count = count

    def run(self) -> list[str]:
        self.receiver.start()
        last = self._events.pop()
        load = Load(HOST, self.receiver.port, self._events, [OLD])
        self._await(load, 0.15)
        self._write([NEW, OLD])
        await_true(lambda: self._log.reloads == 1, "the receiver has seen that the file has changed")
        self._await(load, 0.35)
        load.secrets = [OLD, NEW]
        self._await(load, 0.6)
        load.secrets = [NEW]
        self._await(load, 0.75)
        self._write([NEW])
        self.receiver.send_signal(signal.SIGHUP)
        await_true(lambda: self._log.reloads == 2, "the receiver has read the file at SIGHUP")
        load.wait(60)
        answer = self._post_with_old(last)
        self.receiver.await_deliveries()
        stored = {str(message["webhook_id"]) for message in self.receiver.messages()}
        self.receiver.stop()
        print(f"{self._count:,} events, {len(stored):,} stored; answers: {load.summary}")
        print(f"secrets: {self._log.secrets}; reloads: {self._log.reloads}")
        return self._problems(load, stored, answer)

    def _problems(self, load: Load, stored: set[str], answer: str) -> list[str]:
        problems = list(load.problems)
        if lost := {event.id for event in self._events} - stored:
            problems.append(f"{len(lost)} events are not stored")
        if answer != "403 signature_mismatch":
            problems.append(f"the old secret is answered with {answer} in the end")
        # First the old one alone, then it stands second and matches nothing that the new one has signed as well.
        if set(self._log.secrets) != {"0", "1"}:
            problems.append(f"the log has the secrets {self._log.secrets}")
        if self._log.reloads != 2:
            problems.append(f"the configuration was read {self._log.reloads} times")
        return problems

    def _post_with_old(self, event: Event) -> str:
        connection = Connection(HOST, self.receiver.port)
        connection.secrets = [OLD]
        answer = connection.post(event)
        connection.close()
        return f"{answer.status} {answer.result}"

    def _await(self, load: Load, share: float) -> None:
        def is_reached() -> bool:
            self.receiver.check()
            return load.done >= self._count * share

        await_true(is_reached, f"{share:.0%} of the events are answered")

    def _write(self, secrets: list[str]) -> None:
        new = self._file.with_suffix(".new")
        new.write_text("".join(f"{secret}\n" for secret in secrets))
        new.rename(self._file)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=2_000, metavar="N", help="events (default: 2000)")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rotation-") as folder:
        rotation = Rotation(options.program, pathlib.Path(folder), options.count, options.seed)
        try:
            problems = rotation.run()
        except Failure as failure:
            problems = [str(failure)]
        finally:
            rotation.receiver.dispose()
    for problem in problems[:20]:
        print(f"WRONG: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
