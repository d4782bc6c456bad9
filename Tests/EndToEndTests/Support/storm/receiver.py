"""The program under test, and what its commands say about its inbox."""

import json
import os
import pathlib
import signal
import subprocess
import time
import typing
from collections.abc import Callable, Mapping

from .connection import SECRET

# An address of its own: no other server of this machine takes the port while the receiver is dead, and no client that
# knocks meanwhile gets connected to itself, as can happen where both ends have one address.
HOST = "127.0.0.77"

# What a program that is built with a sanitizer reads.
SANITIZERS = ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"]

JSON = dict[str, object]
# Variables of the environment; one without a value is not set.
Settings = Mapping[str, str | None]


class Failure(Exception):
    """Why the trial cannot go on."""


class Receiver:
    def __init__(self, program: pathlib.Path, folder: pathlib.Path, settings: Settings | None = None) -> None:
        self._program = program.resolve()
        self._settings = dict(settings or {})
        self.folder = folder
        self.database = folder / "data" / "receiver.db"
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    # Running

    def start(self) -> None:
        """Starts it, on the port it has chosen the first time."""
        with self._file("log") as log, self._file("errors") as errors:
            # The last line of a killed predecessor may have no end.
            log.write(b"\n")
            log.flush()
            self._process = subprocess.Popen(
                [self._program, "serve", "--port-file", "port", "--admin-port-file", "admin-port"],
                cwd=self.folder,
                env=self._environment,
                stdout=log,
                stderr=errors,
            )
        if not self.port:
            await_true(lambda: (self.folder / "port").exists() or self.has_ended, "it listens")
            self.check()
            self.port = int((self.folder / "port").read_text())

    @property
    def admin_port(self) -> int:
        return int((self.folder / "admin-port").read_text())

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def check(self) -> None:
        """Fails when it has ended by itself."""
        if self.has_ended:
            errors = (self.folder / "errors").read_text(errors="replace")[-500:]
            raise Failure(f"the receiver has ended by itself: {errors}")

    def send_signal(self, number: signal.Signals) -> None:
        self.check()
        assert self._process
        self._process.send_signal(number)

    def kill(self) -> None:
        self.check()
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Asks it to end."""
        self.check()
        if (status := self._end(signal.SIGTERM)) != 0:
            raise Failure(f"the receiver ends with status {status} when asked to stop")

    def dispose(self) -> None:
        """Ends it however it is."""
        if not self.has_ended:
            self._end(signal.SIGKILL)

    def _end(self, number: signal.Signals) -> int:
        assert self._process
        self._process.send_signal(number)
        return self._process.wait(timeout=60)

    def _file(self, name: str) -> typing.BinaryIO:
        return open(self.folder / name, "ab")

    # Asking

    def messages(self, *options: str) -> list[JSON]:
        """Messages, newest first."""
        text = self.run("events", "list", "--json", "--limit", "1000000", *options)
        return [json.loads(line) for line in text.splitlines()]

    def body(self, id: str) -> str:
        return json.loads(self.run("events", "show", "--json", "--body", id))["body"]

    def run(self, *arguments: str) -> str:
        command = [self._program, *arguments]
        result = subprocess.run(command, cwd=self.folder, env=self._environment, capture_output=True, timeout=60)
        if result.returncode != 0:
            raise Failure(f"{' '.join(arguments)} ends with {result.returncode}: {result.stderr.decode()}")
        return result.stdout.decode()

    def await_deliveries(self) -> None:
        """Returns once nothing is pending or running."""

        def is_idle() -> bool:
            self.check()
            return not self.run("events", "list", "--limit", "1", "--state", "pending", "--state", "running")

        await_true(is_idle, "every delivery is done")

    def delivered(self) -> list[str]:
        """The ids of the handler's lines in the log, one for each time it was done."""
        return [id for line in open(self.folder / "log", "rb") if (id := _delivered(line))]

    @property
    def _environment(self) -> dict[str, str]:
        variables: dict[str, str | None] = {
            "PATH": os.environ.get("PATH", ""),
            **{name: os.environ[name] for name in SANITIZERS if name in os.environ},
            "HOST": HOST,
            "PORT": str(self.port),
            "ADMIN_PORT": "0",
            "LOG_FORMAT": "json",
            "DATABASE_URL": "sqlite:data/receiver.db",
            "POLAR_WEBHOOK_SECRET": SECRET,
        } | self._settings
        return {name: value for name, value in variables.items() if value is not None}


def await_true(is_true: Callable[[], bool], what: str, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > deadline:
            raise Failure(f"after {seconds:.0f} s it is still not so that {what}")
        time.sleep(0.005)


def _delivered(line: bytes) -> str | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None  # cut by a kill
    return entry["webhook.id"] if entry["message"] == "Delivered" else None
