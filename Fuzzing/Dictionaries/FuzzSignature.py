#!/usr/bin/env python3
"""Prints a dictionary for FuzzSignature: entries of signature lists, timestamps and ids.

The bytes 1 and 2 stand for the right signatures of the two keys.
"""

from dictionary import print_dictionary

RIGHT = ["\x01", "\x02"]
ENTRIES = ["v1,", " v1,", "v1a,", "v2,", "V1,", "v1, ", "v1", ",", "=", "==", "A", "/", "+", "-", "_", "  ", "\t", "\0"]
LISTS = ["v1,a " * 14, "v1,a " * 15, "v1,a " * 16, "v1,A" + "A" * 42 + "=", "v1a," + "A" * 86 + "=="]
TIMESTAMPS = [
    "1795428000", "1795428300", "1795428301", "1795427700", "1795427699", "0", "01795428000", "9223372036854775807",
    "9223372036854775808", "-1", "+1795428000", "1795428000.0",
]  # fmt: skip
TEXTS = ["msg_1", "\nmsg_1\n", "\n", "{}", "\u00e9", "e\u0301", ".", "msg.1", "\x7f", "x" * 256]


def main() -> None:
    entries = [f"v1,{right}" for right in RIGHT] + [f"{prefix}{right}" for prefix in ENTRIES for right in RIGHT]
    print_dictionary(RIGHT + ENTRIES + entries + LISTS + TIMESTAMPS + [f"\n{text}\n" for text in TIMESTAMPS] + TEXTS)


if __name__ == "__main__":
    main()
