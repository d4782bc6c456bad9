"""Ways to keep a running receiver from storing anything, and to let it again."""

import abc
import errno
import os
import pathlib
import resource
import sqlite3
import subprocess

from storm.receiver import Receiver


class Impossible(Exception):
    """Why a fault cannot be made on this machine."""


class Fault(abc.ABC):
    """One fault; made, begun and ended once, then cleaned up in any case."""

    name: str
    # What `/readyz` says about the store meanwhile.
    code: str

    def prepare(self, folder: pathlib.Path) -> None:
        """Makes what it needs, before the receiver makes its database in `folder`."""

    @abc.abstractmethod
    def begin(self, receiver: Receiver) -> None: ...

    @abc.abstractmethod
    def end(self) -> None: ...

    def clean_up(self) -> None:
        """Undoes `prepare`."""


class FullDisk(Fault):
    """A file system of its own, with another file that takes all the space."""

    name = "the disk is full"
    code = "disk_full"

    def prepare(self, folder: pathlib.Path) -> None:
        folder.mkdir()
        self._filler = folder / "filler"
        command = ["mount", "-t", "tmpfs", "-o", "size=48m,mode=700", "tmpfs", folder]
        self._is_mounted = subprocess.run(command, capture_output=True).returncode == 0
        if not self._is_mounted:
            raise Impossible("this user may not mount a small file system")

    def begin(self, receiver: Receiver) -> None:
        size = 1 << 20
        with open(self._filler, "wb", buffering=0) as file:
            while size:
                try:
                    file.write(bytes(size))
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
                    size //= 2

    def end(self) -> None:
        self._filler.unlink()

    def clean_up(self) -> None:
        if self._is_mounted:
            subprocess.run(["umount", "--lazy", self._filler.parent], check=True)


class FailingWrites(Fault):
    """A limit for the size of files, which the log of the database has reached: writing is an I/O error."""

    name = "writes to the disk fail"
    code = "failed"

    def begin(self, receiver: Receiver) -> None:
        self._pid = receiver.pid
        log = receiver.database.with_name(receiver.database.name + "-wal")
        _, self._hard = resource.prlimit(self._pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (log.stat().st_size, self._hard))

    def end(self) -> None:
        resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (self._hard, self._hard))


class LostPermission(Fault):
    """Files that are made immutable: even the descriptors that are open for writing no longer write."""

    name = "the permission to write is lost"
    code = "failed"
    _files: list[pathlib.Path] = []

    def prepare(self, folder: pathlib.Path) -> None:
        probe = folder.with_name("immutable")
        with open(probe, "wb", buffering=0) as file:
            try:
                self._set("+i", probe)
                file.write(b"written all the same")
            except PermissionError:
                return
            finally:
                subprocess.run(["chattr", "-i", probe], capture_output=True)
        raise Impossible("files that are made immutable can still be written where they are open")

    def begin(self, receiver: Receiver) -> None:
        name = receiver.database.name
        # Not the index of the log: it is mapped into memory, where a write that is not allowed is a signal, no error.
        self._files = [receiver.database.with_name(name + suffix) for suffix in ("", "-wal")]
        self._set("+i", *self._files)

    def end(self) -> None:
        self._set("-i", *self._files)

    def clean_up(self) -> None:
        subprocess.run(["chattr", "-i", *self._files], capture_output=True)

    @staticmethod
    def _set(flag: str, *files: pathlib.Path) -> None:
        if subprocess.run(["chattr", flag, *files], capture_output=True).returncode != 0:
            raise Impossible("this user may not make files immutable here")


class LockedDatabase(Fault):
    """Another process in the middle of a transaction of its own."""

    name = "another process holds the database"
    code = "locked"

    def begin(self, receiver: Receiver) -> None:
        self._connection = sqlite3.connect(receiver.database, isolation_level=None, timeout=60)
        self._connection.execute("BEGIN IMMEDIATE")

    def end(self) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.close()


def faults() -> list[Fault]:
    return [FullDisk(), FailingWrites(), LostPermission(), LockedDatabase()]
