"""Compares payloads with what the decoder made of them."""

import collections
import dataclasses
import datetime
import itertools
import re
import typing
from collections.abc import Iterator

from .literals import JSON, Number, Object, compact, quoted, read
from .schema import Field, Schema, Type
from .values import STATES

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def moment(text: JSON) -> int | None:
    """Microseconds since 1970; None for what is no timestamp."""
    if not isinstance(text, str) or not RFC_3339.fullmatch(text):
        return None
    try:
        return (datetime.datetime.fromisoformat(text) - EPOCH) // datetime.timedelta(microseconds=1)
    except ValueError:
        return None


class Comparison:
    """Compares payloads with what came back for them, and counts."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.fields = 0
        self.differences: list[str] = []

    def payload(self, given: Object, returned: JSON) -> None:
        if isinstance(returned, dict) and "error" in returned.keys() - given.keys():
            return self._differ("$", f"not decoded: {compact(returned['error'])}")
        self._object(self._schema.fields(given.get("type")), given, returned, "$")

    def _differ(self, path: str, what: str) -> None:
        self.differences.append(f"{path}: {what}")

    def _unequal(self, path: str, given: JSON, returned: JSON) -> None:
        self._differ(path, f"{excerpt(given)} came back as {excerpt(returned)}")

    def _object(self, fields: list[Field], given: JSON, returned: JSON, path: str) -> None:
        if not isinstance(given, dict) or not isinstance(returned, dict):
            return self._exact(given, returned, path)
        for field in fields:
            if field.name in given:
                self.fields += 1
                self._field(field, given, returned, f"{path}.{field.name}")
        for name in sorted(returned.keys() - given.keys()):
            self._differ(f"{path}.{name}", f"{excerpt(returned[name])} came back for nothing")

    def _field(self, field: Field, given: Object, returned: Object, path: str) -> None:
        """Null may come back as null or not at all."""
        if field.name in returned:
            self._value(field.type, given[field.name], returned[field.name], path, given)
        elif given[field.name] is not None:
            self._differ(path, f"{excerpt(given[field.name])} did not come back")

    def _value(self, type: Type, given: JSON, returned: JSON, path: str, holder: Object) -> None:
        type = self._schema.resolved(type, given, holder)
        if type.name in self._schema.objects:
            self._object(self._schema.objects[type.name], given, returned, path)
        elif type.kind in ("array", "tuple"):
            self._elements(type, given, returned, path, holder)
        elif type.kind == "map":
            self._entries(type, given, returned, path, holder)
        elif type.kind == "timestamp" and (expected := moment(given)) is not None:
            if moment(returned) != expected:
                self._unequal(path, given, returned)
        else:
            self._exact(given, returned, path)

    def _elements(self, type: Type, given: JSON, returned: JSON, path: str, holder: Object) -> None:
        if not isinstance(given, list) or not isinstance(returned, list) or len(given) != len(returned):
            return self._exact(given, returned, path)
        for index, (part, left, right) in enumerate(zip(itertools.cycle(type.parts), given, returned)):
            self._value(part, left, right, f"{path}[{index}]", holder)

    def _entries(self, type: Type, given: JSON, returned: JSON, path: str, holder: Object) -> None:
        if not isinstance(given, dict) or not isinstance(returned, dict) or given.keys() != returned.keys():
            return self._exact(given, returned, path)
        for key, value in given.items():
            self._value(type.parts[0], value, returned[key], f"{path}[{quoted(key)}]", holder)

    def _exact(self, given: JSON, returned: JSON, path: str) -> None:
        """Compares values of no known type: null is not the same as absent here."""
        match given, returned:
            case dict(), dict() if given.keys() == returned.keys():
                for key, value in given.items():
                    self._exact(value, returned[key], f"{path}[{quoted(key)}]")
            case list(), list() if len(given) == len(returned):
                for index, (left, right) in enumerate(zip(given, returned)):
                    self._exact(left, right, f"{path}[{index}]")
            case Number(), Number() if given.means(returned):
                pass
            case _ if given != returned:
                self._unequal(path, given, returned)


def excerpt(value: JSON) -> str:
    text = compact(value)
    return text if len(text) <= 80 else f"{text[:80]}…"


@dataclasses.dataclass
class Report:
    """The totals of a comparison and its first differences."""

    # How many differences are printed.
    SHOWN: typing.ClassVar[int] = 20

    schema: Schema
    payloads: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    fields: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    lines: int = 0
    differences: list[str] = dataclasses.field(default_factory=list)

    def add(self, given: bytes | None, returned: bytes | None) -> None:
        self.lines += 1
        if given is None:
            return self.differences.append(f"line {self.lines}: came back for nothing")
        payload = typing.cast(Object, read(given))
        comparison = Comparison(self.schema)
        try:
            comparison.payload(payload, self._returned(returned))
        except ValueError as error:
            comparison.differences.append(f"$: {error}")
        self._count(payload, comparison)

    def _returned(self, line: bytes | None) -> JSON:
        if line is None:
            raise ValueError("the line did not come back")
        return read(line)

    def _count(self, payload: Object, comparison: Comparison) -> None:
        self.differences += [f"line {self.lines} {payload.get('type')}: {text}" for text in comparison.differences]
        state = STATES.get(typing.cast(str | None, payload.get("api_version")), "unknown")
        for total in ("all", f"state {state}", f"event {payload['type']}"):
            self.payloads[total] += 1
            self.fields[total] += comparison.fields

    def text(self) -> str:
        totals = sorted(self.payloads, key=lambda total: (total != "all", not total.startswith("state"), total))
        rows = [f"{self.payloads[total]:9,} payloads {self.fields[total]:11,} fields  {total}" for total in totals]
        rows += [f"{len(self.differences):9,} differences", *self.differences[: self.SHOWN]]
        return "\n".join(rows)


def lines(path: str) -> Iterator[bytes]:
    """The lines of a file; only a line feed ends one."""
    with open(path, "rb") as file:
        yield from file
