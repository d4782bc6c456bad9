"""What all benchmarks print: figures, Markdown tables, and what they ran on."""

import platform
import re
from pathlib import Path

from harness.commands import output


def figure(number: float, digits: int) -> str:
    """A number without the digits that mean nothing."""
    return f"{number:,.{digits if number < 100 else 0}f}"


def markdown_table(head: list[str], rows: list[list[str]]) -> str:
    """The first column is text, the others are numbers."""
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])


def machine() -> str:
    """Processor, system and compiler."""
    models = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    swift = output("swift", "--version").splitlines()[0]
    processor = f"{len(models)} × {models[0]}" if models else platform.machine()
    return f"{processor}, {platform.system()} {platform.machine()}. {swift}."
