"""Merges one state into the schema."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace

from schema_import import expressions, unions
from schema_import.schema import Enum, Field, Member, Object, Schema, SchemaError, Snapshot, Type, Union, reachable


def merge(schema: Schema, state: str, snapshot: Snapshot) -> Schema:
    """The schema that also covers the state, of which the snapshot is all there is."""
    schema, snapshot = _split_objects(schema, snapshot, state)
    merged = _Merge(schema, state).merge(snapshot)
    used = reachable(merged)
    merged.types = {name: kind for name, kind in merged.types.items() if name in used}
    return merged


class _Merge:
    def __init__(self, schema: Schema, state: str) -> None:
        self.schema = schema
        self.state = state
        self.states = sorted({*schema.states, state})
        self.others = [other for other in self.states if other != state]
        self.present = {other: reachable(schema, other) for other in self.others}

    def merge(self, snapshot: Snapshot) -> Schema:
        for event in snapshot.events:
            self.check_family(event)
        events = self.merge_all(self.schema.events, snapshot.events, dict.fromkeys(snapshot.events, self.others))
        others = {name: [other for other in self.others if name in self.present[other]] for name in snapshot.types}
        types = self.merge_all(self.schema.types, snapshot.types, others)
        return Schema(events, types, self.states, self.schema.groups)

    def check_family(self, event: str) -> None:
        family = event.partition(".")[0]
        if not any(family in families for families in self.schema.groups.values()):
            raise SchemaError(
                f'The event {event} is of a family that no group has. Add "{family}" to a group at the top of the '
                "schema file and run this again."
            )

    def merge_all(
        self, old: Mapping[str, Type], new: Mapping[str, Type], others: Mapping[str, list[str]]
    ) -> dict[str, Type]:
        """The old types with the new ones merged in; others are the other states in which a type exists."""
        merged = {
            name: self.merge_type(name, old[name], kind, others[name]) if name in old else kind
            for name, kind in new.items()
        }
        return {**old, **merged}

    def merge_type(self, name: str, old: Type, new: Type, others: list[str]) -> Type:
        match old, new:
            case Object(), Object():
                return self.merge_objects(name, old.fields, new.fields, others)
            case Enum(), Enum():
                return Enum((*old.values, *(value for value in new.values if value not in old.values)))
            case Union(), Union():
                return self.merge_unions(name, old.members, new.members, others)
        raise SchemaError(
            f"{name} is of the kind {type(old).__name__} in the schema file and {type(new).__name__} in {self.state}. "
            "Give the new one another name under NAMES in schema_import/polar.py and run this again."
        )

    def merge_objects(self, name: str, old: dict[str, Field], new: dict[str, Field], others: list[str]) -> Object:
        fields = {key: self.keep(field) for key, field in old.items()}
        for key, field in new.items():
            if key in old:
                fields[key] = self.merge_field(f"{name}.{key}", old[key], field)
            else:
                fields[key] = self.add(field, others)
        return Object(fields)

    def keep(self, field: Field) -> Field:
        """A field that the state does not have."""
        return replace(field, optional=True, absent=self.with_state(field.absent))

    def add(self, field: Field, others: list[str]) -> Field:
        """A field that the state is the first to have."""
        return replace(field, optional=field.optional or bool(others), absent=tuple(others))

    def merge_field(self, place: str, old: Field, new: Field) -> Field:
        expression = expressions.widen(old.type, new.type)
        if expression is None:
            raise SchemaError(
                f"{place} is {old.type} in the schema file and {new.type} in {self.state}. Write a type that reads "
                "both into the schema file (`any` reads everything), or, if only a name is new, add that under NAMES "
                "in schema_import/polar.py; then run this again."
            )
        return Field(expression, old.optional or new.optional, self.without_state(old.absent))

    def merge_unions(
        self, name: str, old: tuple[Member, ...], new: tuple[Member, ...], others: list[str]
    ) -> Union:
        found = {member.type: member for member in new}
        members = tuple(self.merge_member(name, member, found.pop(member.type, None)) for member in old)
        for member in found.values():
            members = unions.insert(members, replace(member, absent=tuple(others)))
        return Union(members)

    def merge_member(self, name: str, old: Member, new: Member | None) -> Member:
        if new is None:
            return replace(old, absent=self.with_state(old.absent))
        if old.when.keys() != new.when.keys():
            raise SchemaError(
                f"{old.type} in the union {name} is told by {list(old.when)} in the schema file and by "
                f"{list(new.when)} in {self.state}. Write conditions that hold in both into the schema file."
            )
        when = {key: _alternatives(value, new.when[key]) for key, value in old.when.items()}
        return Member(old.type, when, self.without_state(old.absent))

    def with_state(self, absent: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted({*absent, self.state}))

    def without_state(self, absent: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(other for other in absent if other != self.state)


def _alternatives(old: str | list[str], new: str | list[str]) -> str | list[str]:
    values = [old] if isinstance(old, str) else list(old)
    values += [value for value in ([new] if isinstance(new, str) else new) if value not in values]
    return values[0] if len(values) == 1 else values


def _split_objects(schema: Schema, snapshot: Snapshot, state: str) -> tuple[Schema, Snapshot]:
    """Both, with a union also where one of them has an object in its place."""
    schema, snapshot = copy(schema), copy(snapshot)
    schema.types, snapshot.types = dict(schema.types), dict(snapshot.types)
    for name in schema.types.keys() & snapshot.types.keys():
        match schema.types[name], snapshot.types[name]:
            case Object() as kind, Union(members):
                _split(kind, name, members, schema.types)
            case Union(members), Object() as kind:
                _split(kind, name, tuple(member for member in members if state not in member.absent), snapshot.types)
    return schema, snapshot


def _split(kind: Object, name: str, members: tuple[Member, ...], types: dict[str, Type]) -> None:
    """Replaces an object with a union, each of whose members has the object's fields."""
    types[name] = Union(tuple(replace(member, absent=()) for member in members))
    for member in members:
        types.setdefault(member.type, Object({key: _tagged(key, field, member) for key, field in kind.fields.items()}))


def _tagged(key: str, field: Field, member: Member) -> Field:
    """The field with the one value that it has in the member, if it has one."""
    value = member.when.get(key, "*")
    return field if isinstance(value, list) or value == "*" else replace(field, type=f"={value}")
