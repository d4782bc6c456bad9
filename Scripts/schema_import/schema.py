"""The schema file as values, and what of it exists in one state."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from schema_import import expressions


class SchemaError(Exception):
    """A sentence for the person who runs the import."""


@dataclass(frozen=True)
class Field:
    """A field of an object, with the states in which it does not exist."""

    type: str
    optional: bool = False
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Object:
    """The fields in the order of the wire."""

    fields: dict[str, Field]


@dataclass(frozen=True)
class Enum:
    """Every value ever seen."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Member:
    """A case of a union, with the conditions under which an object is one."""

    type: str
    when: dict[str, str | list[str]]
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Union:
    """The members in the order in which a reader tries them."""

    members: tuple[Member, ...]


Type = Object | Enum | Union


@dataclass
class Snapshot:
    """What one state has: envelopes of events without their common members, and types."""

    events: dict[str, Object] = field(default_factory=dict)
    types: dict[str, Type] = field(default_factory=dict)


@dataclass
class Schema(Snapshot):
    """All states in one."""

    states: list[str] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)

    def snapshot(self, state: str) -> Snapshot:
        """One state, as far as the absences tell."""
        names = reachable(self, state)
        types = {name: _existing(kind, state) for name, kind in self.types.items() if name in names}
        return Snapshot({event: _existing(data, state) for event, data in self.events.items()}, types)


def reachable(snapshot: Snapshot, state: str | None = None) -> set[str]:
    """The names of the types that the events reach, in one state or in any."""
    found: set[str] = set()
    pending = [name for data in snapshot.events.values() for name in references(data, state)]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += references(lookup(snapshot, name), state)
    return found


def lookup(snapshot: Snapshot, name: str) -> Type:
    """The type of that name."""
    if name not in snapshot.types:
        raise SchemaError(f"Something refers to the type {name}, which is nowhere defined.")
    return snapshot.types[name]


def references(kind: Type, state: str | None) -> Iterable[str]:
    """The names of the types that this one needs in the state."""
    match kind:
        case Object(fields):
            types = [item.type for item in fields.values() if state not in item.absent]
            return [name for expression in types for name in expressions.names(expression)]
        case Union(members):
            return [member.type for member in members if state not in member.absent]
        case Enum():
            return []


def _existing(kind: Type, state: str) -> Type:
    match kind:
        case Object(fields):
            return Object({key: replace(item, absent=()) for key, item in fields.items() if state not in item.absent})
        case Union(members):
            return Union(tuple(replace(member, absent=()) for member in members if state not in member.absent))
        case Enum():
            return kind
