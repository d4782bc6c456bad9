#!/usr/bin/env python3
"""Prints a dictionary for FuzzProxyHeader: the words of version 1, and the parts of version 2."""

from dictionary import print_dictionary

WORDS = ["PROXY ", "PROXY TCP4 ", "PROXY TCP6 ", "PROXY UNKNOWN", "TCP4", "TCP6", "UDP4", " ", "\r\n", "\n", "\r", "\0"]
ADDRESSES = ["192.0.2.1 ", "255.255.255.255 ", "2001:db8::7 ", "::ffff:192.0.2.1 ", "::1 ", "01.2.3.4 "]
PORTS = ["0", "443", "65535", "65536", "-1", "+1", "00"]
SIGNATURE = "\r\n\r\n\0\r\nQUIT\n"
COMMANDS = ["\x20", "\x21", "\x22", "\x11", "\x12", "\x31"]
LENGTHS = ["\0\x0c", "\0\x24", "\0\x00", "\x0f\x70", "\x10\0"]


def main() -> None:
    headers = [f"{SIGNATURE}{command}\x11\0\x0c" for command in ["\x20", "\x21"]]
    print_dictionary(WORDS + ADDRESSES + PORTS + [SIGNATURE] + COMMANDS + LENGTHS + headers)


if __name__ == "__main__":
    main()
