"""Writes webhook payloads by Schema/polar.json, and compares what the decoder makes of them.

Run it as `python3 -m payloads` in the folder that holds this package. Nothing here shares code with the receiver: the
reader is Python's own. The same seed gives the same lines, and a smaller count gives their beginning. Choices are dealt
from decks, one for each place in the schema, so that every possibility of a place turns up before any of them does so
again.
"""

import argparse
import collections
import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator

from .literals import LooseWriter, Object, compact
from .schema import Schema
from .generator import Generator
from .mutator import Mutator
from .comparison import Report, lines
from .sdk import SDK


def write_lines(payloads: Iterator[Object], options: argparse.Namespace, loose_every: int) -> int:
    writer = LooseWriter(random.Random(options.seed))
    for number, payload in enumerate(itertools.islice(payloads, options.count), 1):
        text = compact(payload) if number % loose_every else writer.text(payload)
        options.stream.write(text.encode() + b"\n")
    return 0


def generate(schema: Schema, options: argparse.Namespace) -> int:
    return write_lines(Generator(schema, options.seed).payloads(), options, loose_every=7)


def mutate(schema: Schema, options: argparse.Namespace) -> int:
    return write_lines(Mutator(schema, options.seed).payloads(), options, loose_every=2)


def compare(schema: Schema, options: argparse.Namespace) -> int:
    report = Report(schema)
    for given, returned in itertools.zip_longest(lines(options.input), lines(options.output)):
        report.add(given, returned)
    print(report.text())
    return 1 if report.differences or not report.lines else 0


def sdk(schema: Schema, options: argparse.Namespace) -> int:
    judge = SDK()
    verdicts: collections.Counter[str] = collections.Counter()
    for line in lines(options.input):
        verdicts[judge.verdict(json.loads(line))] += 1
    for text, count in sorted(verdicts.items()):
        print(f"{count:9,} {text}")
    return 1 if any(text.startswith("refused") for text in verdicts) else 0


def check(schema: Schema, options: argparse.Namespace) -> int:
    """Runs `PROGRAM decode` on as many payloads of today as of the future."""
    return max(check_decoder(schema, options, write) for write in (generate, mutate))


def check_decoder(
    schema: Schema, options: argparse.Namespace, write: Callable[[Schema, argparse.Namespace], int]
) -> int:
    with tempfile.TemporaryDirectory() as folder:
        options.input, options.output = f"{folder}/payloads", f"{folder}/decoded"
        with open(options.input, "wb") as options.stream:
            write(schema, options)
        with open(options.output, "wb") as output:
            status = subprocess.run([options.program, "decode", options.input], stdout=output).returncode
        return compare(schema, options) or status


COMMANDS: dict[str, Callable[[Schema, argparse.Namespace], int]] = {
    "generate": generate,
    "mutate": mutate,
    "compare": compare,
    "sdk": sdk,
    "check": check,
}


HELP = {
    "generate": "write payloads, one a line",
    "mutate": "write payloads of a future that the schema does not know",
    "compare": "is every known field of INPUT the same in OUTPUT?",
    "sdk": "does polar-sdk take the payloads? It must be installed",
    "check": "generate and mutate, decode with PROGRAM, compare: all in one",
}


def parse_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        command = commands.add_parser(name, help=HELP[name])
        command.add_argument("--schema", required=True, metavar="FILE")
        if name in ("generate", "mutate", "check"):
            command.add_argument("--count", type=int, required=True, metavar="N")
            command.add_argument("--seed", type=int, default=1, metavar="S")
        if name in ("compare", "sdk"):
            command.add_argument("input", metavar="INPUT")
        if name == "compare":
            command.add_argument("output", metavar="OUTPUT")
        if name == "check":
            command.add_argument("program", metavar="PROGRAM")
    return parser.parse_args(arguments, argparse.Namespace(stream=sys.stdout.buffer))


def main() -> int:
    options = parse_arguments()
    return COMMANDS[options.command](Schema.load(options.schema), options)


if __name__ == "__main__":
    sys.exit(main())
