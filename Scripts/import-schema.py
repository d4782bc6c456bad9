#!/usr/bin/env python3
"""Merges what Polar publishes about one state of its webhooks into Schema/polar.json, and says what changed.

A state is named by its month. Either of these describes one:

    import-schema.py --state 2027-04 --openapi openapi.json
        Polar's OpenAPI document; only the webhooks and what they reach is read
    import-schema.py --state 2027-01 --delta delta.json --on 2026-11
        differences between versions of Polar's SDK, applied to a state that the file has

    --check             writes nothing; 1 when the file would change
    --schema FILE       another schema file

What a state does not have stays in the file; fields and members of unions are marked as absent in it. Run again with
the same input it changes nothing. A document that needs a rule of its own gets it in schema_import/polar.py.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from schema_import import delta, diff, file, openapi
from schema_import.merge import merge
from schema_import.schema import Schema, SchemaError, Snapshot

SCHEMA = Path(__file__).parent.parent / "Schema/polar.json"


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--state", required=True, type=month, metavar="YYYY-MM")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--openapi", type=Path, metavar="FILE")
    source.add_argument("--delta", type=Path, metavar="FILE")
    parser.add_argument("--on", type=month, metavar="YYYY-MM")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--schema", type=Path, default=SCHEMA, metavar="FILE")
    options = parser.parse_args()
    if (options.delta is None) != (options.on is None):
        parser.error("--delta and --on go together")
    return options


def month(text: str) -> str:
    """The name of a state."""
    if not re.fullmatch(r"\d{4}-\d{2}", text):
        raise argparse.ArgumentTypeError(f"{text} is not a month such as 2027-04")
    return text


def read(options: argparse.Namespace, schema: Schema) -> Snapshot:
    """What the document says about the state."""
    if options.openapi:
        return openapi.read(json.loads(options.openapi.read_text(encoding="utf-8")))
    if options.on not in schema.states:
        raise SchemaError(f"The schema file has no state {options.on}; it has {', '.join(schema.states)}.")
    return delta.apply(json.loads(options.delta.read_text(encoding="utf-8")), schema.snapshot(options.on))


def run(options: argparse.Namespace) -> int:
    """Imports, or checks."""
    old = file.load(options.schema)
    snapshot = read(options, old)
    new = merge(old, options.state, snapshot)
    lines = diff.changes(old, new) + diff.losses(old, new, snapshot, options.state)
    differs = file.text(new) != file.content(options.schema)
    print("\n".join(lines) or ("~ layout of the file" if differs else "nothing new"))
    if options.check:
        return 1 if differs else 0
    file.save(new, options.schema)
    return 0


def main() -> int:
    """Imports, or says in a sentence why not."""
    try:
        return run(arguments())
    except (SchemaError, OSError, json.JSONDecodeError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
