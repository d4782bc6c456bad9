"""Reads differences between versions of Polar's SDK, which write types as Python annotations."""

import ast

from schema_import import expressions, polar, unions
from schema_import.schema import Enum, Field, Member, Object, SchemaError, Snapshot, Type, Union, reachable

BASICS = {"str": "string", "int": "integer", "float": "number", "bool": "boolean", "Any": "any"}


def apply(delta: dict, base: Snapshot) -> Snapshot:
    """The state that the differences make of the base."""
    return _Delta(base).apply(delta["webhook_reachable"])


class _Delta:
    def __init__(self, base: Snapshot) -> None:
        self.known = base.types
        self.payloads = {_payload_name(event): event for event in base.events}
        self.types = base.types | {_payload_name(event): data for event, data in base.events.items()}

    def apply(self, changes: dict) -> Snapshot:
        for name, definition in sorted(_news(changes["types_added"]), key=_is_union):
            self.define(name, definition)
        for name, change in _news(changes["types_changed"]):
            self.change(name, change)
        for name, _ in _news(changes["types_removed"]):
            self.remove(name)
        return self.snapshot()

    def snapshot(self) -> Snapshot:
        """What the payloads still reach."""
        events = {event: _without_envelope(self.types[name]) for name, event in self.payloads.items()}
        used = reachable(Snapshot(events, self.types))
        return Snapshot(events, {name: kind for name, kind in self.types.items() if name in used})

    def define(self, name: str, definition: dict) -> None:
        self.types[name] = self.definition(name, definition)
        if _is_payload(name):
            self.payloads[name] = self.types[name].fields["type"].type.removeprefix("=")

    def remove(self, name: str) -> None:
        self.payloads.pop(name, None)
        self.types.pop(name, None)

    def definition(self, name: str, definition: dict) -> Type:
        match definition:
            case {"kind": "object", "fields": fields}:
                return Object({key: self.field(key, value) for key, value in fields.items()})
            case {"kind": "enum", "values": values}:
                return Enum(tuple(values))
            case {"kind": "union", "members": members}:
                return self.union(name, Union(()), members)
        raise SchemaError(f"The differences define {name} in a way that schema_import/delta.py does not know.")

    def change(self, name: str, change: dict) -> None:
        if "to" in change:
            self.define(name, change["to"])
            return
        match self.types.get(name):
            case Object(fields):
                self.types[name] = Object(self.changed_fields(fields, change))
            case Enum(values):
                self.types[name] = Enum(_changed_values(values, change))
            case Union() as union:
                gone = change.get("members_removed", ())
                kept = Union(tuple(member for member in union.members if member.type not in gone))
                self.types[name] = self.union(name, kept, change.get("members_added", []))
            case None:
                raise SchemaError(f"The differences change {name}, which the state they are based on does not have.")

    def changed_fields(self, fields: dict[str, Field], change: dict) -> dict[str, Field]:
        gone = change.get("fields_removed", ())
        kept = {key: field for key, field in fields.items() if key not in gone}
        added = {key: self.field(key, value) for key, value in change.get("fields_added", {}).items()}
        changed = {key: self.field(key, value["to"]) for key, value in change.get("fields_changed", {}).items()}
        return kept | added | changed

    def union(self, name: str, union: Union, added: list[str]) -> Union:
        """The union with new members; those it has from another union have tags of their own."""
        known = [member.type for member in union.members]
        own = [member.type for member in union.members if "*" not in member.when.values()]
        new = [member for member in added if member not in known]
        conditions = unions.conditions(name, own + new, self.types)
        members = union.members
        for member in new:
            members = unions.insert(members, Member(member, conditions[member]))
        return Union(members)

    def field(self, key: str, value: dict) -> Field:
        expression = self.expression(ast.parse(value["type"], mode="eval").body, key)
        return Field(expression, value.get("optional", False))

    def expression(self, node: ast.expr, key: str) -> str:
        match node:
            case ast.Name(id="str"):
                return self.string(key)
            case ast.Name(id=name):
                return BASICS.get(name) or polar.NAMES.get(name, name)
            case ast.BinOp(left=left, right=ast.Constant(value=None)):
                return expressions.nullable(self.expression(left, key))
            case ast.Subscript(value=ast.Name(id="list"), slice=item):
                return f"[{self.expression(item, '')}]"
            case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[_, item])):
                return "{" + self.expression(item, "") + "}"
            case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Constant(value=value)):
                return "=" + (value if isinstance(value, str) else str(value).lower())
        raise SchemaError(f"{key} has a type that schema_import/delta.py does not know: {ast.unparse(node)}.")

    def string(self, key: str) -> str:
        """The SDK has no formats: by the name, or as all fields of that name are."""
        if key.endswith(("_at", "_timestamp")):
            return "timestamp"
        if key == "unit_amount":
            return "decimal"
        objects = [kind for kind in self.known.values() if isinstance(kind, Object) and key in kind.fields]
        types = {kind.fields[key].type.removesuffix(expressions.NULL) for kind in objects}
        return types.pop() if len(types) == 1 and types < set(expressions.FORMATS) else "string"


def _news(changes: dict[str, dict]) -> list[tuple[str, dict]]:
    """The types of interest, under their names in the schema file."""
    return [(polar.NAMES.get(name, name), change) for name, change in changes.items() if name not in polar.DELTA_NOISE]


def _is_union(item: tuple[str, dict]) -> bool:
    return item[1]["kind"] == "union"


def _payload_name(event: str) -> str:
    words = event.replace(".", "_").split("_")
    return f"Webhook{''.join(word.capitalize() for word in words)}Payload"


def _is_payload(name: str) -> bool:
    return name.startswith("Webhook") and name.endswith("Payload")


def _without_envelope(payload: Object) -> Object:
    return Object({key: field for key, field in payload.fields.items() if key not in polar.ENVELOPE})


def _changed_values(values: tuple[str, ...], change: dict) -> tuple[str, ...]:
    kept = [value for value in values if value not in change.get("values_removed", ())]
    return (*kept, *(value for value in change.get("values_added", ()) if value not in kept))
