"""Writes dictionaries as libFuzzer reads them."""

from collections.abc import Iterable


def entry(token: bytes) -> str:
    """A line of a dictionary."""
    return '"' + "".join(f"\\x{byte:02X}" for byte in token) + '"'


def print_dictionary(tokens: Iterable[str]) -> None:
    """Prints every token once, in UTF-8."""
    for token in dict.fromkeys(tokens):
        print(entry(token.encode()))
