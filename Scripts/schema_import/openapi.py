"""Reads an OpenAPI document: the webhooks, and the schemas that they reach."""

import re
from dataclasses import replace

from schema_import import expressions, polar, unions
from schema_import.schema import Enum, Field, Member, Object, SchemaError, Snapshot, Union

FORMATS = {"date-time": "timestamp", "uuid": "uuid", "uuid4": "uuid"}
COUNTRIES = 200  # an enum of at least that many two-letter codes is that of the countries


def read(document: dict) -> Snapshot:
    """The state that the document describes."""
    if "webhooks" not in document:
        raise SchemaError("The document has no webhooks; Polar's whole OpenAPI document has them.")
    return _Reader(document["components"]["schemas"]).read(document["webhooks"])


class _Reader:
    def __init__(self, schemas: dict[str, dict]) -> None:
        self.schemas = schemas
        self.snapshot = Snapshot()
        self.pending: list[tuple[str, str]] = []
        self.untagged: list[str] = []

    def read(self, webhooks: dict[str, dict]) -> Snapshot:
        for event, operation in webhooks.items():
            content = operation["post"]["requestBody"]["content"]
            self.snapshot.events[event] = self.event(content["application/json"]["schema"])
        while self.pending:
            self.add_type(*self.pending.pop())
        for name in self.untagged:
            self.tag(name)
        return self.snapshot

    def event(self, schema: dict) -> Object:
        name = _reference(schema)
        payload = self.object(name, self.schemas[name])
        return Object({key: item for key, item in payload.fields.items() if key not in polar.ENVELOPE})

    def object(self, name: str, schema: dict) -> Object:
        """The required fields in Polar's order, then the others."""
        properties, required = schema["properties"], schema.get("required", [])
        order = [*required, *(key for key in properties if key not in required)]
        types = {key: self.convert(properties[key], f"{name}.{key}") for key in order}
        return Object({key: Field(expression, key not in required) for key, expression in types.items()})

    def convert(self, schema: dict, place: str) -> str:
        """The type expression of a schema; the place is that of the field that holds it."""
        match schema:
            case {"$ref": _}:
                return self.refer(_reference(schema), place)
            case {"anyOf": choices} | {"oneOf": choices}:
                return self.choose(choices, schema, place)
            case {"const": value}:
                return "=" + (value if isinstance(value, str) else str(value).lower())
            case {"enum": values}:
                return self.name_enum(values, place)
            case {"type": "array", "prefixItems": items}:
                return f"({', '.join(self.convert(item, place) for item in items)})"
            case {"type": "array"}:
                return f"[{self.convert(schema.get('items', {}), place)}]"
            case {"type": "object"} if "properties" not in schema:
                return "{" + self.convert(_values(schema), place) + "}"
            case {"type": "string"}:
                return _string(schema)
            case {"type": "integer" | "number" | "boolean" as name}:
                return name
            case {"type": _} | {"allOf": _} | {"not": _}:
                raise SchemaError(f"schema_import/openapi.py has no rule for {place}, written with {sorted(schema)}.")
        return "any"

    def choose(self, choices: list[dict], schema: dict, place: str) -> str:
        """One of several: a nullable, a scalar, or a union."""
        wanted = [choice for choice in choices if choice.get("type") != "null"]
        if len(wanted) < len(choices):
            return expressions.nullable(self.choose(wanted, schema, place))
        if len(wanted) == 1:
            return self.convert(wanted[0], place)
        if all("$ref" in choice for choice in wanted):
            return self.name_union(wanted, schema, place)
        if all(choice.get("type") in expressions.PRIMITIVES for choice in wanted):
            return "scalar"
        raise SchemaError(f"{place} mixes objects with other types; the schema file has no expression for that.")

    def refer(self, name: str, place: str) -> str:
        """The name of a schema that is a type in the file, or else what the schema says."""
        name, _ = polar.MERGED_UNIONS.get(name, (name, ""))
        schema = self.schemas[name]
        if not _is_named(schema):
            return self.convert(schema, place)
        self.pending.append((_name(name), name))
        return _name(name)

    def add_type(self, name: str, schema_name: str) -> None:
        schema = self.schemas[schema_name]
        if "enum" in schema:
            self.add_enum(name, schema["enum"])
        elif name not in self.snapshot.types and "properties" in schema:
            self.snapshot.types[name] = self.object(name, schema)
        elif name not in self.snapshot.types:
            self.add_union(name, _choices(schema), schema)

    def name_enum(self, values: list[str], place: str) -> str:
        if _are_countries(values):
            return "country"
        self.add_enum(_inline_name(place), values)
        return _inline_name(place)

    def add_enum(self, name: str, values: list[str]) -> None:
        """Adds an enum, or to it: an inline one may share its name with another."""
        known = self.snapshot.types.get(name, Enum(()))
        self.snapshot.types[name] = Enum((*known.values, *(value for value in values if value not in known.values)))

    def name_union(self, choices: list[dict], schema: dict, place: str) -> str:
        targets = {polar.MERGED_UNIONS.get(name, (name, ""))[0] for name in map(_reference, choices)}
        if len(targets) == 1:
            return self.refer(targets.pop(), place)
        self.add_union(_inline_name(place), choices, schema)
        return _inline_name(place)

    def add_union(self, name: str, choices: list[dict], schema: dict) -> None:
        members = [*self.merged_members(name), *self.members(name, choices, schema)]
        self.snapshot.types[name] = Union(tuple(members))

    def merged_members(self, name: str) -> list[Member]:
        """The members that another union brings into this one."""
        found = []
        for source, (target, present) in polar.MERGED_UNIONS.items():
            if target == name and source in self.schemas:
                schema = self.schemas[source]
                found += [
                    replace(member, when={present: "*"} | member.when)
                    for member in self.members(source, _choices(schema), schema)
                ]
        return found

    def members(self, name: str, choices: list[dict], schema: dict) -> list[Member]:
        """The members in Polar's order, without conditions where there is no discriminator yet."""
        if not _mapping(schema):
            self.untagged.append(name)
        return [
            Member(self.refer(_reference(choice), name), self.mapped(_reference(choice), schema)) for choice in choices
        ]

    def mapped(self, member: str, schema: dict) -> dict[str, str | list[str]]:
        """The condition for the member from the discriminator, its values in the order of its own enum."""
        values = [value for value, target in _mapping(schema).items() if target.endswith("/" + member)]
        if not values:
            return {}
        tag = schema["discriminator"]["propertyName"]
        ordered = [value for value in self.schemas[member]["properties"][tag].get("enum", values) if value in values]
        return {tag: ordered[0] if len(ordered) == 1 else ordered}

    def tag(self, name: str) -> None:
        """Gives the members of a union without discriminator their conditions."""
        members: tuple[Member, ...] = ()
        plain = [member.type for member in self.snapshot.types[name].members]
        for member, when in unions.conditions(name, plain, self.snapshot.types).items():
            members = unions.insert(members, Member(member, when))
        self.snapshot.types[name] = Union(members)


def _reference(schema: dict) -> str:
    return schema["$ref"].rpartition("/")[2]


def _name(schema_name: str) -> str:
    name = polar.NAMES.get(schema_name, schema_name)
    if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name):
        raise SchemaError(f"{schema_name} is no name for a type. Give it one under NAMES in schema_import/polar.py.")
    return name


def _inline_name(place: str) -> str:
    owner, _, field = place.partition(".")
    return polar.INLINE_NAMES.get(place, owner + "".join(word.capitalize() for word in field.split("_")))


def _is_named(schema: dict) -> bool:
    """Whether a schema is a type of the file: an object, an enum or a union."""
    if "enum" in schema:
        return not _are_countries(schema["enum"])
    return "properties" in schema or all("$ref" in choice for choice in _choices(schema) or [{}])


def _are_countries(values: list[str]) -> bool:
    return len(values) >= COUNTRIES and all(re.fullmatch("[A-Z]{2}", value) for value in values)


def _choices(schema: dict) -> list[dict]:
    return schema.get("oneOf") or schema.get("anyOf") or []


def _mapping(schema: dict) -> dict[str, str]:
    return schema.get("discriminator", {}).get("mapping", {})


def _values(schema: dict) -> dict:
    values = schema.get("additionalProperties", {})
    return values if isinstance(values, dict) else {}


def _string(schema: dict) -> str:
    if "pattern" in schema:
        return "decimal" if _matches_numbers_only(schema["pattern"]) else "string"
    return FORMATS.get(schema.get("format", ""), "string")


def _matches_numbers_only(pattern: str) -> bool:
    return bool(re.search(pattern, "0.5")) and not re.search(pattern, "x")
