"""What expressions of Prometheus use, and what there is."""

import re
from pathlib import Path

# The labels that Prometheus adds.
ADDED = {"job", "instance", "le"}
NAME = re.compile(r"\b(?:polar_receiver|process)_[a-z0-9_]+")
SELECTOR = re.compile(r"\b((?:polar_receiver|process)_[a-z0-9_]+)\{([^}]*)\}")
MATCHER = re.compile(r"([a-z_]+)(?:=~|!~|!=|=)\"")
GROUPING = re.compile(r"\bby \(([^)]*)\)")


def known() -> dict[str, set[str]]:
    """The labels of each series by its name."""
    series: dict[str, set[str]] = {}
    for line in (Path(__file__).parent / "metrics.txt").read_text().splitlines():
        if not line.startswith("#"):
            name, kind, *labels = line.split()
            suffixes = ["_bucket", "_sum", "_count"] if kind == "histogram" else [""]
            series |= {name + suffix: set(labels) for suffix in suffixes}
    return series


def faults(expression: str) -> list[str]:
    """The names and labels in an expression that there are not."""
    series = known()
    names = set(NAME.findall(expression))
    unknown = [f"metric {name}" for name in names if name not in series]
    labels = set().union(ADDED, *(series.get(name, set()) for name in names))
    for name, selector in SELECTOR.findall(expression):
        wrong = set(MATCHER.findall(selector)) - series.get(name, set()) - ADDED
        unknown += [f"label {label} of {name}" for label in wrong]
    for group in GROUPING.findall(expression):
        unknown += [f"label {label}" for label in re.split(r", *", group) if label not in labels]
    return sorted(unknown)
