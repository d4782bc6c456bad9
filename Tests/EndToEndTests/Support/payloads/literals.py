"""Reads and writes JSON with every number as it is written."""

import dataclasses
import json
import math
import random
import re
import typing
from collections.abc import Iterable
from decimal import Decimal


@dataclasses.dataclass(frozen=True)
class Number:
    """A number by its literal, so that `1`, `1.0` and 10^30 stay what they are."""

    literal: str

    @property
    def is_integer(self) -> bool:
        return re.fullmatch(r"-?\d+", self.literal) is not None

    def means(self, other: "Number") -> bool:
        """Whether both are of one kind and have one value, exactly or as the nearest double."""
        if self.is_integer or other.is_integer:
            return self.is_integer == other.is_integer and int(self.literal) == int(other.literal)
        left, right = float(self.literal), float(other.literal)
        if math.copysign(1, left) != math.copysign(1, right):
            return False
        return Decimal(self.literal) == Decimal(other.literal) or (math.isfinite(left) and left == right)


JSON = typing.Union[None, bool, str, Number, list["JSON"], dict[str, "JSON"]]
Object = dict[str, JSON]


def read(line: bytes) -> JSON:
    """Parses one document; a doubled member, NaN and anything that is not JSON or UTF-8 is a ValueError."""
    return json.loads(
        line.decode(),
        parse_int=Number,
        parse_float=Number,
        parse_constant=refuse_constant,
        object_pairs_hook=members,
    )


def refuse_constant(name: str) -> typing.NoReturn:
    raise ValueError(f"{name} is not JSON")


def members(pairs: list[tuple[str, JSON]]) -> Object:
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"doubled member {next(name for name in names if names.count(name) > 1)!r}")
    return result


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def compact(value: JSON) -> str:
    """The text that Polar sends: no white space, raw UTF-8."""
    match value:
        case Number():
            return value.literal
        case dict():
            return "{" + ",".join(f"{quoted(name)}:{compact(member)}" for name, member in value.items()) + "}"
        case list():
            return "[" + ",".join(map(compact, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


@dataclasses.dataclass
class LooseWriter:
    """Writes the same meaning differently: other order, white space, needless escapes."""

    random: random.Random

    def text(self, value: JSON) -> str:
        match value:
            case Number():
                return value.literal
            case str():
                return '"' + "".join(map(self._character, value)) + '"'
            case dict():
                return self._list("{}", list(map(self._member, random_order(self.random, value.items()))))
            case list():
                return self._list("[]", list(map(self.text, value)))
            case _:
                return json.dumps(value)

    def _member(self, pair: tuple[str, JSON]) -> str:
        return f"{self.text(pair[0])}{self._space()}:{self._space()}{self.text(pair[1])}"

    def _list(self, brackets: str, parts: list[str]) -> str:
        inner = ",".join(f"{self._space()}{part}{self._space()}" for part in parts)
        return brackets[0] + (inner or self._space()) + brackets[1]

    def _space(self) -> str:
        return self.random.choice(("", "", " ", "  ", "\t"))

    def _character(self, character: str) -> str:
        if self.random.random() < 0.75:
            return quoted(character)[1:-1]
        if character == "/":
            return r"\/"
        units = character.encode("utf-16-be")
        return "".join(self._escape(units[index : index + 2]) for index in range(0, len(units), 2))

    def _escape(self, unit: bytes) -> str:
        return "\\u" + self.random.choice((unit.hex(), unit.hex().upper()))


def random_order(source: random.Random, items: Iterable) -> list:
    result = list(items)
    source.shuffle(result)
    return result
