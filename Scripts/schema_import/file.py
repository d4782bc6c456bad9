"""Reads and writes the text of the schema file."""

import json
from pathlib import Path

from schema_import import polar
from schema_import.schema import Enum, Field, Member, Object, Schema, Type, Union


def content(path: Path) -> str:
    """The text of the file, or none when there is no file."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def save(schema: Schema, path: Path) -> None:
    """Writes the file, in a new folder if need be."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text(schema), encoding="utf-8")


def load(path: Path) -> Schema:
    """The schema in the file, or an empty one when there is no file."""
    if not path.exists():
        return Schema(groups=polar.GROUPS)
    document = json.loads(content(path))
    return Schema(
        {name: _read_event(value) for name, value in document["events"].items()},
        {name: _read_type(value) for name, value in document["types"].items()},
        document["states"],
        document["groups"],
    )


def text(schema: Schema) -> str:
    """The file: one field, event, union member or enum value a line."""
    document = {
        "states": _Line(schema.states),
        "groups": {name: _Line(families) for name, families in schema.groups.items()},
        "events": {name: _Line(_event(schema.events[name])) for name in sorted(schema.events)},
        "types": {name: _type(schema.types[name]) for name in sorted(schema.types)},
    }
    return _json(document) + "\n"


class _Line:
    """A value that is written on one line."""

    def __init__(self, value: object) -> None:
        self.value = value


def _read_event(value: str | dict[str, str]) -> Object:
    return _read_object({"data": value} if isinstance(value, str) else value)


def _read_type(value: dict) -> Type:
    match value:
        case {"object": fields}:
            return _read_object(fields)
        case {"enum": values}:
            return Enum(tuple(values))
        case {"union": members}:
            return Union(tuple(Member(item["type"], item["when"], tuple(item.get("absent", ()))) for item in members))
    raise ValueError(f"{value} is no type")


def _read_object(fields: dict[str, str]) -> Object:
    return Object({key.removesuffix("?"): _read_field(key, value) for key, value in fields.items()})


def _read_field(key: str, value: str) -> Field:
    expression, *absent = value.split(" -")
    return Field(expression, key.endswith("?"), tuple(absent))


def _event(data: Object) -> str | dict[str, str]:
    fields = _fields(data)
    return fields["data"] if list(fields) == ["data"] else fields


def _type(kind: Type) -> dict:
    match kind:
        case Object(fields=_):
            return {"object": {key: _Line(value) for key, value in _fields(kind).items()}}
        case Enum(values):
            return {"enum": [_Line(value) for value in values]}
        case Union(members):
            return {"union": [_Line(_member(member)) for member in members]}


def _fields(kind: Object) -> dict[str, str]:
    return {name + "?" * item.optional: " -".join((item.type, *item.absent)) for name, item in kind.fields.items()}


def _member(member: Member) -> dict:
    value = {"type": member.type, "when": member.when}
    return value | {"absent": list(member.absent)} if member.absent else value


def _json(value: object, indent: str = "") -> str:
    deeper = indent + "  "
    match value:
        case _Line():
            return json.dumps(value.value, ensure_ascii=False)
        case dict():
            lines = [f"{deeper}{json.dumps(key)}: {_json(item, deeper)}" for key, item in value.items()]
            brackets = "{}"
        case list():
            lines = [deeper + _json(item, deeper) for item in value]
            brackets = "[]"
    return brackets[0] + "\n" + ",\n".join(lines) + f"\n{indent}" + brackets[1] if lines else brackets
