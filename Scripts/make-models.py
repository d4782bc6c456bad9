#!/usr/bin/env python3
"""Writes the Swift models of PolarEvents, and their twins for the benchmark, from Schema/polar.json.

With --check, it says whether they are up to date.
"""

import argparse
import sys
from pathlib import Path

from model_generator.enums import enum_source
from model_generator.events import EventModels
from model_generator.objects import ObjectModel
from model_generator.schema import Schema
from model_generator.twins import twin_sources
from model_generator.unions import UnionModel

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "Sources/PolarEvents/Generated"
TWINS = ROOT / "Benchmarks/Sources/DecodeBenchmark/Twins"


def sources(schema: Schema) -> dict[Path, str]:
    """All files and what is in them."""
    models = {name: ObjectModel(name, fields, schema).source() for name, fields in schema.objects.items()}
    models |= {name: enum_source(name, values) for name, values in schema.enums.items()}
    models |= {name: UnionModel(name, members, schema).source() for name, members in schema.unions.items()}
    files = {TARGET / "Models" / f"{name}.swift": text for name, text in models.items()}
    files |= {TARGET / "Events" / name: text for name, text in EventModels(schema).files().items()}
    return files | {TWINS / name: text for name, text in twin_sources(schema).items()}


def stale(files: dict[Path, str]) -> list[Path]:
    """The files that are not as they should be, those that should not be there included."""
    present = {path for folder in (TARGET, TWINS) for path in folder.rglob("*.swift")}
    return sorted(
        {path for path, text in files.items() if path not in present or path.read_text() != text}
        | (present - files.keys())
    )


def write(files: dict[Path, str], paths: list[Path]) -> None:
    """Brings files up to date."""
    for path in paths:
        if path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path])
        else:
            path.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is not up to date")
    check = parser.parse_args().check
    files = sources(Schema.read(ROOT / "Schema/polar.json"))
    paths = stale(files)
    if not check:
        write(files, paths)
    for path in paths:
        print(f"{'not up to date' if check else 'written'}: {path.relative_to(ROOT)}")
    if check and paths:
        sys.exit("Run `make models`.")


if __name__ == "__main__":
    main()
