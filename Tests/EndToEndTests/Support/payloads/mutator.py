"""Writes payloads of a future that the schema does not know."""

import dataclasses
import itertools
import random
import typing
from collections.abc import Iterator

from .literals import JSON, Object
from .schema import Field, Schema, Type
from .values import ANYTHING
from .generator import Decks, Generator

UNKNOWN_NAMES = ["future_field", "Id", "createdAt", "data_", "type2", "", "日付", "e\u0301", "__proto__", "x" * 200]
UNKNOWN_WORDS = ["teleported", "", "PAID", "two words", "é", "null", "🙂"]
UNKNOWN_EVENTS = ["order.teleported", "wallet.created", "Order.Paid", "order", "order.paid.twice", "🙂.created"]
UNKNOWN_VERSIONS = ["2027-04", "2031-10", "next", ""]


@dataclasses.dataclass(frozen=True)
class Spot:
    """A value of known type inside a payload: `container[key]`, below the object `holder`."""

    type: Type
    container: typing.Any
    key: typing.Any
    holder: Object

    @property
    def value(self) -> JSON:
        return self.container[self.key]


def spots(schema: Schema, payload: Object) -> Iterator[Spot]:
    """All values of known type in a payload, outer ones first."""
    return member_spots(schema, schema.fields(payload.get("type")), payload)


def member_spots(schema: Schema, fields: list[Field], object: Object) -> Iterator[Spot]:
    for field in fields:
        if object.get(field.name) is not None:
            yield from value_spots(schema, Spot(field.type, object, field.name, object))


def value_spots(schema: Schema, spot: Spot) -> Iterator[Spot]:
    yield spot
    value = spot.value
    type = schema.resolved(spot.type, value, spot.holder)
    if type.name in schema.objects and isinstance(value, dict):
        yield from member_spots(schema, schema.objects[type.name], value)
    elif type.kind in ("array", "tuple") and isinstance(value, list):
        parts = itertools.cycle(type.parts)
        for index, part in zip(range(len(value)), parts):
            yield from value_spots(schema, Spot(part, value, index, spot.holder))
    elif type.kind == "map" and isinstance(value, dict):
        for key in value:
            yield from value_spots(schema, Spot(type.parts[0], value, key, spot.holder))


class Mutator:
    """Changes generated payloads into what a later Polar might send."""

    CHANGES = [
        ["fields"],
        ["enums"],
        ["member"],
        ["event"],
        ["version"],
        ["fields", "enums", "member", "version"],
        ["fields", "event", "version"],
    ]

    def __init__(self, schema: Schema, seed: int) -> None:
        self._schema = schema
        self._random = random.Random(seed)
        self._decks = Decks(self._random)
        self._generator = Generator(schema, seed)

    def payloads(self) -> Iterator[Object]:
        for payload in self._generator.payloads():
            for change in self._decks.deal("change", self.CHANGES):
                getattr(self, f"_change_{change}")(payload)
            yield payload

    def _change_fields(self, payload: Object) -> None:
        known = self._known_objects(payload)
        for object in self._random.sample(known, min(3, len(known))) + [payload]:
            self._insert(object, self._decks.deal("name", UNKNOWN_NAMES), self._anything())

    def _known_objects(self, payload: Object) -> list[Object]:
        found = list(spots(self._schema, payload))
        types = [self._schema.resolved(spot.type, spot.value, spot.holder) for spot in found]
        objects = [spot.value for spot, type in zip(found, types) if type.name in self._schema.objects]
        return typing.cast(list[Object], objects)

    def _insert(self, object: Object, name: str, value: JSON) -> None:
        pairs = [pair for pair in object.items() if pair[0] != name]
        pairs.insert(self._random.randint(0, len(pairs)), (name, value))
        object.clear()
        object.update(pairs)

    def _anything(self) -> JSON:
        return self._decks.deal("anything", ANYTHING)

    def _change_enums(self, payload: Object) -> None:
        found = [spot for spot in spots(self._schema, payload) if spot.type.name in self._schema.enums]
        for spot in self._random.sample(found, min(3, len(found))):
            spot.container[spot.key] = self._decks.deal("word", UNKNOWN_WORDS)

    def _change_member(self, payload: Object) -> None:
        found = [spot for spot in spots(self._schema, payload) if spot.type.name in self._schema.unions]
        if not found:
            return self._change_fields(payload)
        union = self._decks.deal("union", sorted({spot.type.name for spot in found}))
        spot = self._random.choice([spot for spot in found if spot.type.name == union])
        spot.container[spot.key] = self._stranger(union, spot)

    def _stranger(self, union: str, spot: Spot) -> Object:
        keeps_content = self._decks.deal(f"{union} content", (True, False))
        stranger = dict(typing.cast(Object, spot.value)) if keeps_content else {"content": self._anything()}
        for member in self._schema.unions[union]:
            for tag, wanted in member.when.items():
                self._estrange(stranger, spot.holder, tag, wanted)
        return stranger

    def _estrange(self, object: Object, holder: Object, tag: str, wanted: JSON) -> None:
        """Gives a value of a union a tag that is in no schema."""
        if tag.startswith("^"):
            return self._estrange(holder, holder, tag[1:], wanted)
        first, _, rest = tag.partition(".")
        if rest:
            inner = dict(typing.cast(Object, object.get(first) or {}))
            self._estrange(inner, holder, rest, wanted)
            object[first] = inner
        elif wanted == "*":
            object.pop(first, None)
        else:
            object[first] = self._decks.deal("tag", UNKNOWN_WORDS)

    def _change_event(self, payload: Object) -> None:
        payload["type"] = self._decks.deal("event", UNKNOWN_EVENTS)
        if self._decks.deal("data", (True, False)):
            payload["data"] = self._anything()

    def _change_version(self, payload: Object) -> None:
        payload["api_version"] = self._decks.deal("version", UNKNOWN_VERSIONS)
