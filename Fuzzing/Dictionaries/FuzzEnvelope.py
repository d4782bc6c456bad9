#!/usr/bin/env python3
"""Prints a dictionary for FuzzEnvelope: what JSON is made of, and what the envelope reads."""

import json

from dictionary import print_dictionary
from FuzzEvent import ENVELOPE, JSON_TOKENS, SCHEMA, TIMESTAMPS

NAMES = [*ENVELOPE, "id", "customer_id", "\\u0074ype", "ty\\u0070e", "\\u0064ata"]


def main() -> None:
    events = list(json.loads(SCHEMA.read_text())["events"])
    values = TIMESTAMPS + events + ["order.", ".order", "order", "customer_seat", "2026-10"]
    members = ['"data":{"id":"a"}', '"data":{"customer_id":"b"}', '"data":[', '"data":null']
    print_dictionary(JSON_TOKENS + [f'"{name}":' for name in NAMES] + [f'"{value}"' for value in values] + members)


if __name__ == "__main__":
    main()
