"""Writes the twins of the benchmark: the models of PolarEvents once more, for Foundation's JSONDecoder."""

import re

from .objects import ObjectModel
from .schema import Field, Member, Schema
from .swift import BASIC_TYPES, bare, document, indented, property_name, type_name
from .unions import UnionModel

EVENTS = ["customer.created", "order.paid", "subscription.active"]

# Where Foundation has a type that is cheaper for it, or none that is as exact.
TYPES = BASIC_TYPES | {
    "number": "Double",
    "decimal": "String",
    "any": "AnyValue",
    "scalar": "AnyValue",
    "(string, TaxIDFormat)": "TaxID",
}


def twin_sources(schema: Schema) -> dict[str, str]:
    """The files by name."""
    names = reachable(schema)
    twins = {name: ObjectTwin(name, schema).source() for name in names if name in schema.objects}
    twins |= {name: UnionTwin(name, schema).source() for name in names if name in schema.unions}
    twins["Enums"] = enum_conformances([name for name in names if name in schema.enums])
    return {f"{name}.swift": text for name, text in twins.items()}


def reachable(schema: Schema) -> list[str]:
    """The types that the benchmark's events are made of, by name."""
    found: set[str] = set()
    rest = [schema.events[event] for event in EVENTS]
    while rest:
        name = rest.pop()
        if name not in found:
            found.add(name)
            rest += parts(name, schema)
    return sorted(found)


def parts(name: str, schema: Schema) -> list[str]:
    """The types that a type names."""
    if name in schema.unions:
        return [member.type for member in schema.unions[name]]
    types = schema.objects.keys() | schema.enums.keys() | schema.unions.keys()
    words = [word for field in schema.objects.get(name, []) for word in re.findall(r"\w+", field.type)]
    return [word for word in words if word in types]


def enum_conformances(names: list[str]) -> str:
    """The open enums are those of PolarEvents."""
    lines = [f"extension Polar.{name}: @retroactive Codable {{}}\n" for name in names]
    return document("".join(lines), imports="import PolarEvents")


def twin_type(expression: str, schema: Schema) -> str:
    """The type of a type expression; `TYPES` and twins instead of what PolarEvents has."""
    expression, mark = expression.removesuffix("|null"), "?" if expression.endswith("|null") else ""
    if expression in TYPES:
        return TYPES[expression] + mark
    if expression.startswith("["):
        return f"[{twin_type(expression[1:-1], schema)}]{mark}"
    if expression.startswith("{"):
        return f"[String: {twin_type(expression[1:-1], schema)}]{mark}"
    name = type_name(expression)
    return (name if expression in schema.enums else name.removeprefix("Polar.")) + mark


def coding_keys(names: list[str]) -> str:
    """How properties are named on the wire."""
    cases = [
        f"case {property_name(name)}" + ("" if bare(property_name(name)) == name else f' = "{name}"') for name in names
    ]
    return f"enum CodingKeys: String, CodingKey {{\n{indented(chr(10).join(cases))}\n}}"


def imports(text: str) -> str:
    """What a twin needs."""
    return "\n".join(
        f"import {module}"
        for module, mark in (("Foundation", r"\bDate\b"), ("PolarEvents", r"\bPolar\.\w"))
        if re.search(mark, text)
    )


def twin_document(name: str, declaration: str) -> str:
    """The file of one twin."""
    return document(
        f"extension Twins {{\n    /// `{name}` as Foundation decodes it.\n{indented(declaration)}\n}}\n",
        imports=imports(declaration),
    )


class ObjectTwin:
    """The twin of an object; the tags that say nothing new are left to its union."""

    def __init__(self, name: str, schema: Schema):
        self.name = name
        self.schema = schema
        self.fields = ObjectModel(name, schema.objects[name], schema).stored

    def property(self, field: Field) -> str:
        mark = "?" if field.is_nullable or field.is_optional else ""
        return f"let {property_name(field.name)}: {twin_type(field.type, self.schema)}{mark}"

    def source(self) -> str:
        if not self.fields:
            return twin_document(self.name, f"struct {self.name}: Codable {{}}")
        properties = "\n".join(self.property(field) for field in self.fields)
        body = f"{properties}\n\n{coding_keys([field.name for field in self.fields])}"
        return twin_document(self.name, f"struct {self.name}: Codable {{\n{indented(body)}\n}}")


class UnionTwin:
    """The twin of a union, told by the same tags."""

    def __init__(self, name: str, schema: Schema):
        self.name = name
        self.schema = schema
        self.model = UnionModel(name, schema.unions[name], schema)
        if not all(tag.isidentifier() for tag in self.model.tags):
            raise SystemExit(f"Twins are told by tags of their own, and those of {name} stand elsewhere.")

    def tag_reader(self, tag: str) -> str:
        variable, key = self.model.tag_variable(tag), f".{property_name(tag)}"
        if variable.startswith("has"):
            return f"let {variable} = container.contains({key})"
        return f"let {variable} = try container.decodeIfPresent(String.self, forKey: {key})"

    def assignment(self, member: Member) -> str:
        return f"self = .{self.model.case(member)}(try {member.type}(from: decoder))"

    def decoder(self) -> str:
        chain = " else ".join(
            f"if {self.model.test(member)} {{\n    {self.assignment(member)}\n}}" for member in self.model.members
        )
        return "\n".join(
            [
                "let container = try decoder.container(keyedBy: CodingKeys.self)",
                *(self.tag_reader(tag) for tag in self.model.tags),
                f"{chain} else {{\n    self = .unknown(try AnyValue(from: decoder))\n}}",
            ]
        )

    def encoder(self, member: Member) -> str:
        """Writes the tags that the member's twin does not have, and the member."""
        model = ObjectModel(member.type, self.schema.objects[member.type], self.schema)
        constants = [field for field in model.constants if field.name in self.model.tags]
        lines = [
            f"try container.encode({model.literal(field)}, forKey: .{property_name(field.name)})" for field in constants
        ]
        if lines:
            lines.insert(0, "var container = encoder.container(keyedBy: CodingKeys.self)")
        lines.append("try value.encode(to: encoder)")
        return f"case .{self.model.case(member)}(let value):\n{indented(chr(10).join(lines))}"

    def source(self) -> str:
        members = self.model.members
        cases = "\n".join(f"case {self.model.case(member)}({member.type})" for member in members)
        writers = "\n".join(self.encoder(member) for member in members)
        return twin_document(
            self.name,
            f"""\
enum {self.name}: Codable {{
{indented(cases)}
    case unknown(AnyValue)

    private {indented(coding_keys(self.model.tags)).lstrip()}

    init(from decoder: any Decoder) throws {{
{indented(self.decoder(), 2)}
    }}

    func encode(to encoder: any Encoder) throws {{
        switch self {{
{indented(writers, 2)}
        case .unknown(let value): try value.encode(to: encoder)
        }}
    }}
}}""",
        )
