#!/usr/bin/env python3
"""Prints a dictionary for FuzzRequest: what request lines and fields are made of."""

from dictionary import print_dictionary

METHODS = ["GET ", "HEAD ", "POST ", "PUT ", "PATCH ", "OPTIONS * ", "CONNECT a:1 ", "DELETE "]
TARGETS = ["/webhooks/polar", "/?a=b", "%2F", "http://a", "https://[::1]:8080/", "*", "[", "]"]
VERSIONS = [" HTTP/1.1\r\n", " HTTP/1.0\r\n", " HTTP/1.9", " HTTP/2.0"]
NAMES = [
    "Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect", "webhook-id", "webhook-timestamp",
    "webhook-signature", "x",
]  # fmt: skip
VALUES = [
    "a", "a:80", "a:65536", "[::1]", "[::ffff:1.2.3.4]", "0", "00", "5", "1000", "5242881", "18446744073709551621", "+5",
    "chunked", "CHUNKED", "gzip, chunked", "chunked, gzip", "close", "keep-alive", ", close", "100-continue",
]  # fmt: skip
BREAKS = ["\r\n", "\r\n\r\n", "\n", "\r", "\n\n", "\r\n ", "\r\n\t", " :", ":", ": ", "\0", "\x7f", "\t", "\u00e9", ","]


def main() -> None:
    fields = [f"\r\n{name}: " for name in NAMES] + [f"{name}: {value}\r\n" for name in NAMES[:5] for value in VALUES]
    print_dictionary(METHODS + TARGETS + VERSIONS + NAMES + VALUES + BREAKS + fields)


if __name__ == "__main__":
    main()
