"""Servers under load: starting and stopping them, and what they use and store."""

import contextlib
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from harness.commands import output

# Of a message and its delivery: what depends on the moment, the order of arrival, or the messages after it.
PASSING = {"id", "received_at", "message_id", "next_attempt_at", "awaited"}


class Server:
    """A process that prints `port N` as its first line, writes the number into a file, or was told the port.

    What it has started itself belongs to it. A server that was told its port may not listen yet.
    """

    def __init__(
        self,
        command: list[object],
        environment: dict[str, str],
        port_file: Path | None = None,
        port: int | None = None,
    ) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [str(word) for word in command],
            env=os.environ | environment,
            stdout=subprocess.DEVNULL if port_file or port else subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        try:
            self.port = port or (self.read_port() if port_file is None else self.wait_for(port_file))
        except BaseException:
            self.process.kill()
            raise

    def read_port(self) -> int:
        words = self.process.stdout.readline().split()
        if len(words) != 2:
            raise RuntimeError(f"{self.process.args[0]} did not start.")
        return int(words[1])

    def wait_for(self, port_file: Path) -> int:
        while not port_file.exists():
            self.check_running()
            time.sleep(0.01)
        return int(port_file.read_text())

    def check_running(self) -> None:
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.process.args[0]} did not start.")

    def cpu_seconds(self) -> float:
        """User and system time of all threads of all its processes so far."""
        times = [stat_fields(process)[11:13] for process in self.processes()]
        return sum(int(user) + int(system) for user, system in times) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Its resident memory; a page that several of its processes share counts once."""
        processes = self.processes()
        key = "Rss" if len(processes) == 1 else "Pss"
        return sum(resident_kilobytes(process, key) for process in processes) / 1024

    def processes(self) -> list[int]:
        """The process itself and what it has started, and so on."""
        children: dict[int, list[int]] = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                process = int(folder.name)
                children.setdefault(int(stat_fields(process)[1]), []).append(process)
        found = [self.process.pid]
        for process in found:
            found += children.get(process, [])
        return found

    def stop(self) -> None:
        """Asks it to stop, and ends what it leaves behind."""
        self.process.terminate()
        try:
            self.process.wait(timeout=120)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


def stat_fields(process: int) -> list[str]:
    """What the system says of a process after its name."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def resident_kilobytes(process: int, key: str) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{key}:"))


def free_port() -> int:
    """A port that nothing listens on, and that the system gives to no connection."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as candidate, contextlib.suppress(OSError):
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            candidate.bind(("127.0.0.1", port))
            return port


@contextlib.contextmanager
def running(server: Server) -> Iterator[Server]:
    try:
        yield server
    finally:
        server.stop()


class Load:
    """The load generator with its messages."""

    def __init__(self, program: Path, messages: Path, connections: int, options: Sequence[str] = ()) -> None:
        self.program, self.messages, self.connections, self.options = program, messages, connections, options

    def command(self, server: Server, seconds: float, rate: float = 0) -> list[str]:
        words = [self.program, *self.options, "-r", rate, self.messages, server.port, self.connections, seconds]
        return [str(word) for word in words]

    def drive(self, server: Server, seconds: float, rate: float = 0) -> dict[str, float]:
        """What it measured, and the processor time that the server took meanwhile."""
        before = server.cpu_seconds()
        result = json.loads(output(*self.command(server, seconds, rate)))
        return result | {"cpu": server.cpu_seconds() - before}

    @contextlib.contextmanager
    def idle(self, server: Server) -> Iterator[None]:
        """Keeps all connections open, each after one request; an error if the server closes one meanwhile."""
        command = self.command(server, seconds=60)
        command.insert(1, "-h")
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            if not process.stdout.readline():
                raise RuntimeError(f"It did not take {self.connections:,} connections.")
            yield
            process.stdin.close()
            if process.wait() != 0:
                raise RuntimeError(f"It did not keep {self.connections:,} idle connections.")


def commits(database: Path) -> int:
    """The number of transactions since the log was made: a counter in the log's index, modulo 2³²."""
    with open(f"{database}-shm", "rb") as index:
        return struct.unpack("=I", index.read(12)[8:])[0]


def copy_database(template: Path, database: Path) -> None:
    """A fresh copy of a database without messages."""
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink()
    shutil.copyfile(template, database)


def count_rows(database: Path, table: str) -> int:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def stored_row(database: Path, webhook_id: str) -> dict[str, object]:
    """A message and its delivery, without what depends on the moment."""
    joined = "SELECT * FROM messages JOIN deliveries ON messages.id = message_id WHERE webhook_id = ?"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute(joined, [webhook_id]).fetchone()
    return {name: value for name, value in zip(row.keys(), row) if name not in PASSING}
