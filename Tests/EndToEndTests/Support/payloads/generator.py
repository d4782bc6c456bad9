"""Writes payloads that fit the schema."""

import collections
import datetime
import itertools
import random
import typing
import uuid
from collections.abc import Iterator, Sequence

from .literals import JSON, Number, Object, members, random_order
from .schema import Field, Member, Schema, Type, condition_holds
from .values import (
    ANYTHING,
    COUNTRIES,
    DECIMALS,
    FLOATS,
    HUGE,
    INTEGERS,
    INTEGER_BOUNDS,
    KEYS,
    LAST_YEAR,
    LONGEST,
    NEVER,
    NEVER_EMPTY,
    NUMBERS,
    ONES,
    TEXTS,
    TIMESTAMPS,
    TWIN_KEYS,
    UUID_KEYS,
    VERSIONS,
    scalar_kinds,
)
from .comparison import moment

Option = typing.TypeVar("Option")


class Decks:
    """Deals the options of a place in random order, each one once before any comes again."""

    def __init__(self, source: random.Random) -> None:
        self._random = source
        self._left: dict[object, list] = collections.defaultdict(list)

    def deal(self, place: object, options: Sequence[Option]) -> Option:
        left = self._left[place]
        if not any(option in options for option in left):
            left += random_order(self._random, options)
        return left.pop(next(index for index, option in enumerate(left) if option in options))


class Generator:
    """Makes payloads, valid by the schema, of all event types in all states."""

    # How often a type may stand inside itself.
    NESTING = 4
    # How many values are made, at most, until one has the tags of the wanted member of a union.
    ATTEMPTS = 1000
    # Enums up to this size show all their values at every place, larger ones somewhere.
    SMALL_ENUM = 16

    def __init__(self, schema: Schema, seed: int) -> None:
        self._schema = schema
        self._random = random.Random(seed)
        self._decks = Decks(self._random)
        self._state = ""
        self._nesting: list[str] = []

    def payloads(self) -> Iterator[Object]:
        """Payloads without end: each event type in each state once before any comes again."""
        pairs = list(itertools.product(self._schema.states, self._schema.events))
        while True:
            yield self._payload(*self._decks.deal("event", pairs))

    def _payload(self, state: str, event: str) -> Object:
        self._state = state
        payload = self._object(event, self._schema.events[event])
        version = self._deal(f"{event}.api_version", VERSIONS[state])
        payload |= {"type": event, "api_version": version}
        if version is None:
            del payload["api_version"]
        return payload

    def _deal(self, place: str, options: Sequence[Option]) -> Option:
        return self._decks.deal((self._state, place), options)

    def _object(self, owner: str, fields: list[Field], start: Object | None = None) -> Object:
        """An object with these fields, besides those that it starts with; members that look at others come last."""
        values = dict(start or {})
        self._nesting.append(owner)
        for field in sorted(fields, key=self._looks_at_sibling):
            if self._is_present(owner, field):
                values[field.name] = self._value(field.type, f"{owner}.{field.name}", values)
        self._nesting.pop()
        return values

    def _is_present(self, owner: str, field: Field) -> bool:
        if self._state in field.absent:
            return False
        return not field.may_be_left_out or self._deal(f"{owner}.{field.name}?", (True, True, False))

    def _looks_at_sibling(self, field: Field) -> bool:
        union = self._schema.unions.get(field.type.name, [])
        return any(tag.startswith("^") for member in union for tag in member.when)

    def _value(self, type: Type, place: str, holder: Object) -> JSON:
        if type.nullable and self._deal(f"{place}|null", (True, False, False)):
            return None
        return getattr(self, f"_{type.kind}")(type, place, holder)

    # Containers

    def _array(self, type: Type, place: str, holder: Object) -> JSON:
        counts = (1, 2, 3) if NEVER_EMPTY.fullmatch(place) else (0, 1, 1, 2)
        return [self._value(type.parts[0], f"{place}[]", holder) for _ in range(self._deal(f"{place}#", counts))]

    def _map(self, type: Type, place: str, holder: Object) -> JSON:
        keys = self._uuids(place) if place in UUID_KEYS else self._keys(place)
        if type.parts[0].kind == "scalar" and keys and self._deal(f"{place}=1", (True, False, False)):
            return dict(zip(keys, self._ones(place)))
        return {key: self._value(type.parts[0], f"{place}{{}}", holder) for key in keys}

    def _keys(self, place: str) -> list[str]:
        count = self._deal(f"{place}#", (0, 1, 2, 4, None))
        return TWIN_KEYS if count is None else self._random.sample(KEYS, count)

    def _uuids(self, place: str) -> list[str]:
        return [random_uuid(self._random) for _ in range(self._deal(f"{place}#", (0, 1, 2)))]

    def _ones(self, place: str) -> list[JSON]:
        return random_order(self._random, ONES if "float" in scalar_kinds(place) else [Number("1"), True])

    def _tuple(self, type: Type, place: str, holder: Object) -> JSON:
        return [self._value(part, f"{place}({index})", holder) for index, part in enumerate(type.parts)]

    def _named(self, type: Type, place: str, holder: Object) -> JSON:
        if type.name in self._schema.enums:
            return self._enum(type.name, place)
        if type.name in self._schema.unions:
            return self._union(type.name, place, holder)
        return self._ordered(type.name, self._object(type.name, self._schema.objects[type.name]))

    def _ordered(self, name: str, value: Object) -> Object:
        return {field.name: value[field.name] for field in self._schema.objects[name] if field.name in value}

    def _enum(self, name: str, place: str) -> JSON:
        values = [value for value in self._schema.enums[name] if value not in NEVER.get(place, ())]
        return self._deal(place if len(values) <= self.SMALL_ENUM else name, values)

    def _union(self, union: str, place: str, holder: Object) -> JSON:
        members = self._schema.unions[union]
        wanted = self._deal(place, [member.type for member in members if self._is_usable(member, holder)])
        tags = {tag.partition(".")[0] for member in members for tag in member.when}
        fields = self._schema.objects[wanted]
        for _ in range(self.ATTEMPTS):
            start = self._object(wanted, [field for field in fields if field.name in tags])
            if self._schema.member(union, start, holder) == wanted:
                value = self._object(wanted, [field for field in fields if field.name not in tags], start)
                return self._ordered(wanted, value)
        raise ValueError(f"no value of {wanted} has the tags that {union} wants for it")

    def _is_usable(self, member: Member, holder: Object) -> bool:
        outer = {tag: wanted for tag, wanted in member.when.items() if tag.startswith("^")}
        return (
            self._state not in member.absent
            and self._nesting.count(member.type) < self.NESTING
            and all(condition_holds(tag, wanted, None, holder) for tag, wanted in outer.items())
        )

    # Primitives

    def _constant(self, type: Type, place: str, holder: Object) -> JSON:
        return {"true": True, "false": False}.get(type.name, type.name)

    def _string(self, type: Type, place: str, holder: Object) -> JSON:
        text = self._decks.deal("text", TEXTS)[: LONGEST.get(place)]
        return text or "-" if NEVER_EMPTY.fullmatch(place) else text

    def _integer(self, type: Type, place: str, holder: Object) -> JSON:
        return self._bounded(place, INTEGERS)

    def _bounded(self, place: str, integers: list[int]) -> Number:
        low, high = INTEGER_BOUNDS.get(place, (min(integers), max(integers)))
        options = {integer for integer in (*integers, low, high) if low <= integer <= high}
        return Number(str(self._deal(f"{place} integer", sorted(options))))

    def _number(self, type: Type, place: str, holder: Object) -> JSON:
        return Number(self._deal(f"{place} number", NUMBERS))

    def _boolean(self, type: Type, place: str, holder: Object) -> JSON:
        return self._deal(f"{place} boolean", (True, False))

    def _timestamp(self, type: Type, place: str, holder: Object) -> JSON:
        is_from_table = self._deal(place, (True, False))
        return self._decks.deal("timestamp", TIMESTAMPS) if is_from_table else random_timestamp(self._random)

    def _uuid(self, type: Type, place: str, holder: Object) -> JSON:
        return random_uuid(self._random)

    def _country(self, type: Type, place: str, holder: Object) -> JSON:
        return self._deal("country", COUNTRIES)

    def _decimal(self, type: Type, place: str, holder: Object) -> JSON:
        return self._deal(place, DECIMALS)

    def _any(self, type: Type, place: str, holder: Object) -> JSON:
        return self._decks.deal("anything", ANYTHING)

    def _scalar(self, type: Type, place: str, holder: Object) -> JSON:
        match self._deal(f"{place} scalar", scalar_kinds(place)):
            case "null":
                return None
            case "float":
                return Number(self._deal(f"{place} float", FLOATS))
            case "integer":
                return self._bounded(place, INTEGERS + HUGE)
            case kind:
                return getattr(self, f"_{kind}")(type, place, holder)


def random_uuid(source: random.Random) -> str:
    return str(uuid.UUID(int=source.getrandbits(128), version=4))


def random_timestamp(source: random.Random) -> str:
    """As Polar writes it: in UTC, with six digits or none."""
    seconds = source.randrange(int(datetime.datetime(LAST_YEAR + 1, 1, 1, tzinfo=datetime.UTC).timestamp()))
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC).replace(microsecond=source.randrange(10**6))
    return moment.isoformat().replace("+00:00", "Z")
