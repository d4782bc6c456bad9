"""Reads Schema/polar.json."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Field:
    """A member of an object."""

    name: str
    type: str
    is_nullable: bool
    is_optional: bool
    absent_in: tuple[str, ...]

    @property
    def constant(self) -> str | None:
        """The only value the field has, as text."""
        return self.type[1:] if self.type.startswith("=") else None

    @staticmethod
    def parse(key: str, text: str) -> "Field":
        """Reads `name?: type|null -STATE`."""
        expression, *marks = text.split(" -")
        nullable = expression.endswith("|null")
        return Field(
            name=key.removesuffix("?"),
            type=expression.removesuffix("|null"),
            is_nullable=nullable,
            is_optional=key.endswith("?"),
            absent_in=tuple(marks),
        )


@dataclass(frozen=True)
class Member:
    """One kind of object in a union, and the tags that tell it from the others."""

    type: str
    when: dict[str, object]


@dataclass(frozen=True)
class Schema:
    """What Polar's webhooks carry."""

    groups: dict[str, list[str]]
    events: dict[str, object]
    objects: dict[str, list[Field]]
    enums: dict[str, list[str]]
    unions: dict[str, list[Member]]

    @staticmethod
    def read(path: Path) -> "Schema":
        """Reads the schema file."""
        document = json.loads(path.read_text())
        types = document["types"]

        def of_kind(kind: str) -> dict[str, object]:
            return {name: type[kind] for name, type in types.items() if kind in type}

        return Schema(
            groups=document["groups"],
            events=document["events"],
            objects={
                name: [Field.parse(key, text) for key, text in fields.items()]
                for name, fields in of_kind("object").items()
            },
            enums=of_kind("enum"),
            unions={
                name: [Member(member["type"], member["when"]) for member in members]
                for name, members in of_kind("union").items()
            },
        )

    def tags(self, type: str) -> set[str]:
        """The fields of an object by whose value unions recognise it."""
        return {
            tag
            for members in self.unions.values()
            for member in members
            if member.type == type
            for tag, value in member.when.items()
            if value != "*"
        }

    def sibling_tag(self, union: str) -> str | None:
        """The field beside a union's value that tells its kind, if that is where it stands."""
        tags = {tag for member in self.unions[union] for tag in member.when if tag.startswith("^")}
        return tags.pop()[1:] if tags else None
