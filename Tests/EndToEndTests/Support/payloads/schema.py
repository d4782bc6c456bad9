"""Reads Schema/polar.json."""

import dataclasses
import json
import re

from .literals import JSON, members


@dataclasses.dataclass(frozen=True)
class Type:
    """A type expression: a primitive, `array`, `map`, `tuple`, `constant`, or the `named` type of the file."""

    kind: str
    name: str = ""
    parts: tuple["Type", ...] = ()
    nullable: bool = False


@dataclasses.dataclass(frozen=True)
class Field:
    name: str
    type: Type
    optional: bool = False
    absent: frozenset[str] = frozenset()

    @property
    def may_be_left_out(self) -> bool:
        """A field that other states lack is optional for their sake; the states that have it always send it."""
        return self.optional and not self.absent


@dataclasses.dataclass(frozen=True)
class Member:
    type: str
    when: dict[str, JSON]
    absent: frozenset[str]

    def matches(self, value: JSON, holder: JSON) -> bool:
        return all(condition_holds(tag, wanted, value, holder) for tag, wanted in self.when.items())


def condition_holds(tag: str, wanted: JSON, value: JSON, holder: JSON) -> bool:
    if tag.startswith("^"):
        tag, value = tag[1:], holder
    for step in tag.split("."):
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    if wanted == "*":
        return value is not None
    return any(type(value) is type(option) and value == option for option in as_list(wanted))


def as_list(value: JSON) -> list[JSON]:
    return value if isinstance(value, list) else [value]


PRIMITIVES = {"string", "integer", "number", "boolean", "timestamp", "uuid", "country", "decimal", "any", "scalar"}
UNTYPED = Type("any", nullable=True)


class Schema:
    def __init__(self, document: dict) -> None:
        self.states: list[str] = document["states"]
        self.objects: dict[str, list[Field]] = {}
        self.enums: dict[str, list[str]] = {}
        self.unions: dict[str, list[Member]] = {}
        for name, definition in document["types"].items():
            self._add(name, definition)
        self.events = {name: event_fields(definition) for name, definition in document["events"].items()}

    @classmethod
    def load(cls, path: str) -> "Schema":
        with open(path, encoding="utf-8") as file:
            return cls(json.load(file))

    def _add(self, name: str, definition: dict) -> None:
        if "object" in definition:
            self.objects[name] = [parse_field(*pair) for pair in definition["object"].items()]
        elif "enum" in definition:
            self.enums[name] = definition["enum"]
        else:
            self.unions[name] = [parse_member(member) for member in definition["union"]]

    def fields(self, event: JSON) -> list[Field]:
        """The members of an event's envelope; of an unknown event, `data` is anything."""
        known = self.events.get(event) if isinstance(event, str) else None
        return known or envelope_fields({"data": UNTYPED})

    def member(self, union: str, value: JSON, holder: JSON) -> str | None:
        """The type that a value of a union has; None where the schema does not know it."""
        matching = (member.type for member in self.unions[union] if member.matches(value, holder))
        return next(matching, None)

    def resolved(self, type: Type, value: JSON, holder: JSON) -> Type:
        """The type itself, or of a union the member; untyped where that is unknown."""
        while type.kind == "named" and type.name in self.unions:
            member = self.member(type.name, value, holder)
            type = Type("named", member) if member else UNTYPED
        return type


def event_fields(definition: str | dict) -> list[Field]:
    members = {"data": definition} if isinstance(definition, str) else definition
    return envelope_fields({name: parse_type(text) for name, text in members.items()})


def envelope_fields(members: dict[str, Type]) -> list[Field]:
    head = {"type": Type("string"), "timestamp": Type("timestamp"), "api_version": Type("string")}
    return [Field(name, type) for name, type in (head | members).items()]


def parse_field(key: str, text: str) -> Field:
    absent = re.findall(r" -(\d{4}-\d\d)", text)
    type = parse_type(re.sub(r" -\d{4}-\d\d", "", text))
    return Field(key.removesuffix("?"), type, key.endswith("?"), frozenset(absent))


def parse_member(member: dict) -> Member:
    return Member(member["type"], member["when"], frozenset(member.get("absent", ())))


def parse_type(text: str) -> Type:
    if text.endswith("|null"):
        inner = parse_type(text.removesuffix("|null"))
        return Type(inner.kind, inner.name, inner.parts, nullable=True)
    match text[0]:
        case "=":
            return Type("constant", text[1:])
        case "[":
            return Type("array", parts=(parse_type(text[1:-1]),))
        case "{":
            return Type("map", parts=(parse_type(text[1:-1]),))
        case "(":
            return Type("tuple", parts=tuple(map(parse_type, text[1:-1].split(", "))))
        case _:
            return Type(text) if text in PRIMITIVES else Type("named", text)
