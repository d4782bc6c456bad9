"""A receiver with a handler that is a program of a shop, which is closed at first, and one that always succeeds."""

import pathlib

from storm.connection import Connection
from storm.event import Event
from storm.receiver import HOST, Failure, Receiver, Settings

# Fails for good while the shop is closed.
_PROGRAM = """#!/bin/sh
[ -e open ] && exit 0
cat error >&2
exit 65
"""

_CONFIGURATION = """handlers:
  log:
    module: log
  shop:
    module: exec
    program: ./shop
"""


class Site:
    def __init__(self, program: pathlib.Path, folder: pathlib.Path, settings: Settings | None = None) -> None:
        folder.mkdir()
        (folder / "shop").write_text(_PROGRAM)
        (folder / "shop").chmod(0o755)
        (folder / "receiver.yaml").write_text(_CONFIGURATION)
        self.folder = folder
        self.set_error("The shop is closed.")
        self.receiver = Receiver(program, folder, {"CONFIG_FILE": "receiver.yaml", **(settings or {})})
        self.receiver.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.receiver.admin_port}"

    def make_link(self) -> str:
        """A link that signs in once."""
        return self.receiver.run("console").strip()

    def open_shop(self) -> None:
        (self.folder / "open").touch()

    def close_shop(self) -> None:
        (self.folder / "open").unlink(missing_ok=True)

    def set_error(self, text: str) -> None:
        """What the program says when it fails."""
        (self.folder / "error").write_text(text)

    def send(self, *events: Event) -> None:
        """Sends events, and returns once their deliveries are done."""
        # A connection that is kept may meanwhile have been idle for too long.
        connection = Connection(HOST, self.receiver.port)
        for event in events:
            answer = connection.post(event)
            if answer.result != "accepted":
                raise Failure(f"{event.id} is answered with {answer.status} {answer.text}")
        connection.close()
        self.receiver.await_deliveries()

    def send_unsigned(self, event: Event) -> None:
        """A message that is refused."""
        connection = Connection(HOST, self.receiver.port)
        connection.secrets = ["whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]
        connection.post(event)
        connection.close()

    def dispose(self) -> None:
        self.receiver.dispose()
