"""Finds out how a reader tells the members of a union apart."""

import re
from typing import TypeVar

from schema_import import polar
from schema_import.schema import Member, Object, SchemaError, Type, Union

Condition = dict[str, str | list[str]]
Value = TypeVar("Value")


def conditions(name: str, members: list[str], types: dict[str, Type]) -> dict[str, Condition]:
    """The conditions of every member of a union that has no discriminator."""
    if name in polar.PATH_TAGS:
        path = polar.PATH_TAGS[name]
        return {member: {path: _constant(member, path, types)} for member in members}
    if name in polar.PRESENCE_TAGS:
        return {member: {_known(polar.PRESENCE_TAGS[name], name, member): "*"} for member in members}
    if name in polar.DISCOUNT_UNIONS:
        return {member: _discount(name, member) for member in members}
    if name in polar.SIBLING_TAGS:
        return _sibling(name, members, types)
    return _shared_constant(name, members, types)


def insert(members: tuple[Member, ...], new: Member) -> tuple[Member, ...]:
    """The members with a new one: last, but before any whose conditions it also meets."""
    general = (at for at, member in enumerate(members) if member.when.items() <= new.when.items())
    place = next(general, len(members))
    return (*members[:place], new, *members[place:])


def _constant(name: str, path: str, types: dict[str, Type]) -> str:
    """The text that an object must have at the path."""
    first, _, rest = path.partition(".")
    kind = types.get(name)
    expression = kind.fields[first].type if isinstance(kind, Object) and first in kind.fields else ""
    if rest:
        return _constant(expression, rest, types)
    if not expression.startswith("="):
        raise SchemaError(f"{name} has no constant at {path}, so nothing tells this member of a union from the others.")
    return expression[1:]


def _known(table: dict[str, Value], name: str, member: str) -> Value:
    if member not in table:
        raise _unknown(name, member)
    return table[member]


def _unknown(name: str, member: str) -> SchemaError:
    return SchemaError(f"The union {name} has a new member, {member}. Its rule in schema_import/polar.py does not fit.")


def _discount(name: str, member: str) -> Condition:
    parts = re.search(r"Discount(Fixed|Percentage)(Repeat|OnceForever)Duration", member)
    if parts is None:
        raise _unknown(name, member)
    kind: Condition = {"type": parts[1].lower()}
    return kind | {"duration": "repeating"} if parts[2] == "Repeat" else kind


def _sibling(name: str, members: list[str], types: dict[str, Type]) -> dict[str, Condition]:
    """Conditions as in another union; that one's members may be more than Polar lists here."""
    tag, holders, field = polar.SIBLING_TAGS[name]
    found: dict[str, Condition] = {}
    for holder in _union(holders, types).members:
        value = _constant(holder.type, polar.PATH_TAGS[holders], types)
        found[types[holder.type].fields[field].type] = {tag: value}
    return {member: _known(found, name, member) for member in members} | found


def _union(name: str, types: dict[str, Type]) -> Union:
    kind = types.get(name)
    if not isinstance(kind, Union):
        raise SchemaError(f"There is no union {name} any more, and it told the members of another union apart.")
    return kind


def _shared_constant(name: str, members: list[str], types: dict[str, Type]) -> dict[str, Condition]:
    """Conditions by the one field that is another constant in every member."""
    constants = [_constants(types.get(member)) for member in members]
    tags = [key for key in constants[0] if len({fields.get(key) for fields in constants} - {None}) == len(members)]
    if len(tags) != 1:
        raise SchemaError(f"Nothing tells the members of the union {name} apart. Say in schema_import/polar.py how to.")
    return {member: {tags[0]: fields[tags[0]]} for member, fields in zip(members, constants)}


def _constants(kind: Type | None) -> dict[str, str]:
    fields = kind.fields if isinstance(kind, Object) else {}
    return {key: field.type[1:] for key, field in fields.items() if field.type.startswith("=")}
