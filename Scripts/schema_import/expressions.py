"""Type expressions of the schema file, such as `[Name]|null`."""

import re

FORMATS = ("uuid", "timestamp", "decimal", "country")
PRIMITIVES = ("string", "integer", "number", "boolean")
NULL = "|null"

# What a type may become without an error: everything that the narrow type has written, the wide one reads.
WIDER = {("string", form) for form in FORMATS} | {("number", "integer")} | {("scalar", name) for name in PRIMITIVES}


def nullable(expression: str) -> str:
    """The expression with null allowed; `any` and `scalar` allow it already."""
    return expression if expression in ("any", "scalar") or expression.endswith(NULL) else expression + NULL


def names(expression: str) -> list[str]:
    """The types that an expression names."""
    return [] if expression.startswith("=") else re.findall(r"[A-Z]\w*", expression)


def widen(one: str, other: str) -> str | None:
    """The narrower of the expressions that read all that either reads, or nothing when there is none."""
    inner = _widen_inner(one.removesuffix(NULL), other.removesuffix(NULL))
    if inner is None:
        return None
    return nullable(inner) if NULL in (one[-len(NULL) :], other[-len(NULL) :]) else inner


def _widen_inner(one: str, other: str) -> str | None:
    if one == other or other == "any" or (other, one) in WIDER:
        return other
    if one == "any" or (one, other) in WIDER:
        return one
    if (one[0], other[0]) in (("[", "["), ("{", "{")):
        item = widen(one[1:-1], other[1:-1])
        return item and one[0] + item + one[-1]
    return None
