#!/usr/bin/env python3
"""Prints a dictionary for FuzzChunks: sizes, extensions, line ends and trailers."""

from dictionary import print_dictionary

SIZES = ["0", "00", "1", "5", "a", "F", "10", "14", "15", "500000", "500001", "0000000000000001", "00000000000000001"]
MORE_SIZES = ["ffffffffffffffff", "8000000000000000", "10000000000", "0x5", "+5", "-1", "5 ", "5\t"]
EXTENSIONS = [";", ";a", ";a=b", ';a="b\r\n"', " ;a", "\t;", ";;"]
TRAILERS = ["x: y\r\n", "x:\r\n", ":", " :", "Content-Length: 5\r\n"]
BREAKS = ["\r\n", "\n", "\r", "\r\n\r\n", "0\r\n\r\n", "1\r\na\r\n", "\0", "\x7f", "\u00e9", "GET / HTTP/1.1\r\n"]


def main() -> None:
    sizes = SIZES + MORE_SIZES
    print_dictionary(sizes + [f"{size}\r\n" for size in sizes] + EXTENSIONS + TRAILERS + BREAKS)


if __name__ == "__main__":
    main()
