"""Servers under load: starting and stopping them, and what they use and store."""

import contextlib
import json
import os
import shutil
import sqlite3
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from harness.commands import output

# Of a message and its delivery: what depends on the moment, the order of arrival, or the messages after it.
PASSING = {"id", "received_at", "message_id", "next_attempt_at", "awaited"}


class Server:
    """A process that prints `port N` as its first line, or writes the number into a file."""

    def __init__(self, command: list[object], environment: dict[str, str], port_file: Path | None = None) -> None:
        self.process = subprocess.Popen(
            [str(word) for word in command],
            env=os.environ | environment,
            stdout=subprocess.DEVNULL if port_file else subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            self.port = self.read_port() if port_file is None else self.wait_for(port_file)
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
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.process.args[0]} did not start.")
            time.sleep(0.01)
        return int(port_file.read_text())

    def cpu_seconds(self) -> float:
        """User and system time of all threads so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=120)


@contextlib.contextmanager
def running(server: Server) -> Iterator[Server]:
    try:
        yield server
    finally:
        server.stop()


class Load:
    """The load generator with its messages."""

    def __init__(self, program: Path, messages: Path, connections: int) -> None:
        self.program, self.messages, self.connections = program, messages, connections

    def command(self, server: Server, seconds: float, rate: float = 0) -> list[str]:
        words = [self.program, self.messages, server.port, self.connections, seconds, rate]
        return [str(word) for word in words]

    def drive(self, server: Server, seconds: float) -> dict[str, float]:
        """What it measured, and the processor time that the server took meanwhile."""
        before = server.cpu_seconds()
        result = json.loads(output(*self.command(server, seconds)))
        return result | {"cpu": server.cpu_seconds() - before}


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
