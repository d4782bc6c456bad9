"""What a receiver says while its secret is replaced."""

import collections
import json
import pathlib
from collections.abc import Iterator

JSON = dict[str, str]


class Log:
    def __init__(self, path: pathlib.Path) -> None:
        self._path = path

    @property
    def reloads(self) -> int:
        """How often the configuration was read again."""
        return sum(entry["message"] == "Read the configuration again" for entry in self._entries())

    @property
    def secrets(self) -> dict[str, int]:
        """How many messages each secret has verified, by its place."""
        accepted = (entry for entry in self._entries() if entry["message"] == "Accepted message")
        return dict(collections.Counter(entry["secret.index"] for entry in accepted))

    def _entries(self) -> Iterator[JSON]:
        for line in self._path.read_text().splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                pass  # the last line is not complete yet, or empty
