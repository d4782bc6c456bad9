#!/usr/bin/env python3
"""Prints a dictionary for FuzzEvent: what JSON is made of, and the names and values in Schema/polar.json."""

import json
from collections.abc import Iterator
from pathlib import Path

from dictionary import print_dictionary

SCHEMA = Path(__file__).resolve().parent.parent.parent / "Schema/polar.json"
JSON_TOKENS = [
    "{}", "[]", "null", "true", "false", "-0", "1e400", "0.10", "9223372036854775808", '""', "\\u0000", "\\ud83d\\ude00",
    "\\udead", "\\\\", '\\"', "\u00e9", "e\u0301", "\U0001f600", "\ufeff",
]  # fmt: skip
TIMESTAMPS = ["2026-10-14T08:16:45.302000Z", "9999-12-31T23:59:59.999999-23:59", "0000-01-01T00:00:00+23:59"]
ENVELOPE = ["type", "timestamp", "api_version", "data"]


def names(schema: dict) -> Iterator[str]:
    """The names of all members."""
    yield from ENVELOPE
    for definition in schema["types"].values():
        for name in definition.get("object", {}):
            yield name.rstrip("?")


def values(schema: dict) -> Iterator[str]:
    """The texts that mean something: event types, enums and tags."""
    yield from TIMESTAMPS
    yield from schema["events"]
    for definition in schema["types"].values():
        yield from definition.get("enum", [])
        for member in definition.get("union", []):
            for tags in member["when"].values():
                yield from [tags] if isinstance(tags, str) else tags


def main() -> None:
    schema = json.loads(SCHEMA.read_text())
    tokens = JSON_TOKENS + [f'"{name}":' for name in names(schema)] + [f'"{value}"' for value in values(schema)]
    print_dictionary(tokens)


if __name__ == "__main__":
    main()
