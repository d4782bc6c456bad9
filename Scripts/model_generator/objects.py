"""Writes one struct per object."""

from .schema import Field, Schema
from .swift import bare, capitalized, document, indented, property_name, type_name


def is_null_distinct(model: str, field: Field) -> bool:
    """Whether null says something else than absence: Polar's typed dictionaries, which leave out what they do not have."""
    is_dictionary = model.startswith("BenefitGrant") and model.endswith("Properties")
    return is_dictionary and field.is_nullable and field.is_optional and not field.absent_in


class ObjectModel:
    """An object and how Swift says it."""

    def __init__(self, name: str, fields: list[Field], schema: Schema, is_envelope: bool = False):
        tags = schema.tags(name)
        self.name = name
        self.fields = fields
        self.schema = schema
        self.is_envelope = is_envelope
        self.documentation = "What the whole body of such an event says." if is_envelope else f"Polar's `{name}`."
        self.constants = [field for field in fields if field.constant and field.name in tags]
        self.stored = [field for field in fields if field not in self.constants]

    # What a field is in Swift.

    def is_required(self, field: Field) -> bool:
        return not field.is_nullable and not field.is_optional

    def value_type(self, field: Field) -> str:
        """The type that holds a field's value, without its optionality."""
        name = "Timestamp" if field.type == "timestamp" else type_name(field.type)
        return f"Nullable<{name}>" if is_null_distinct(self.name, field) else name

    def optional_mark(self, field: Field) -> str:
        return "" if self.is_required(field) else "?"

    def stored_name(self, field: Field) -> str:
        """The property that holds a field; dates are views of exact timestamps."""
        name = property_name(field.name)
        return f"exact{capitalized(name)}" if field.type == "timestamp" else name

    def sibling_tag(self, field: Field) -> str | None:
        """The field that tells which kind of object a field holds."""
        return self.schema.sibling_tag(field.type) if field.type in self.schema.unions else None

    def summary(self, field: Field) -> str:
        """The documentation of a property: its name on the wire and what the type cannot say."""
        names = {other.name for other in self.fields}
        currency = next((name for name in ("currency", "price_currency") if name in names), None)
        is_amount = field.type == "integer" and field.name.endswith("amount") and currency
        text = f"`{field.name}`" + (f", in the smallest unit of ``{property_name(currency)}``" if is_amount else "") + "."
        if field.absent_in:
            text += f" Not in payloads of {' and '.join(field.absent_in)}."
        return f"/// {text}"

    # The declaration.

    def properties(self) -> list[str]:
        stored = [f"{self.summary(field)}\n{self.property(field)}\n" for field in self.stored]
        constants = [
            f"/// `{field.name}`: always `{field.constant}`.\n"
            f"public var {property_name(field.name)}: {type_name(field.type)} {{ {self.literal(field)} }}\n"
            for field in self.constants
        ]
        return stored + constants

    def property(self, field: Field) -> str:
        name = property_name(field.name)
        mark = self.optional_mark(field)
        if field.type != "timestamp":
            return f"public var {name}: {self.value_type(field)}{mark}"
        stored = self.stored_name(field)
        new_value = "newValue.map(Timestamp.init)" if mark else "Timestamp(newValue)"
        return (
            f"public var {name}: Date{mark} {{\n    get {{ {stored}{mark}.date }}\n    set {{ {stored} = {new_value} }}\n}}\n\n"
            f"private var {stored}: Timestamp{mark}"
        )

    def literal(self, field: Field) -> str:
        return field.constant if field.constant in ("true", "false") else f'"{field.constant}"'

    def decoder(self) -> str:
        variables = [f"var {self.variable(field)}: {self.variable_type(field)}?" for field in self.stored]
        cases = [f"case {index}: {self.decode(field)}" for index, field in enumerate(self.fields) if field in self.stored]
        arguments = [f"{bare(self.stored_name(field))}: {self.argument(field)}," for field in self.stored]
        return "\n".join(
            [
                *variables,
                "let fields = Self.fields",
                "var cursor = try reader.beginFields(json)",
                "while let field = try reader.nextField(fields, &cursor, json) {",
                "    switch field {",
                *(f"    {case}" for case in cases),
                "    default: try reader.skipValue(json)",
                "    }",
                "}",
                *(line for field in self.stored if self.sibling_tag(field) for line in self.decode_later(field)),
                "self.init(",
                *(f"    {argument}" for argument in arguments),
                "    rawJSON: reader.raw(cursor)",
                ")",
            ]
        )

    def variable(self, field: Field) -> str:
        """What holds a field until all are read."""
        name = property_name(field.name)
        return f"{bare(name)}Reader" if self.sibling_tag(field) else name

    def variable_type(self, field: Field) -> str:
        return "JSONReader" if self.sibling_tag(field) else self.value_type(field)

    def decode(self, field: Field) -> str:
        if self.sibling_tag(field):
            return f"{self.variable(field)} = try reader.pass(json)"
        is_plain = self.is_required(field) or is_null_distinct(self.name, field)
        return f"{self.variable(field)} = try {self.value_type(field)}{'' if is_plain else '?'}(from: &reader, json)"

    def decode_later(self, field: Field) -> list[str]:
        """What depends on a sibling is read when that is known."""
        tag = self.sibling_tag(field)
        return [
            f'var past = try cursor.require({self.variable(field)}, "{field.name}")',
            f'let tag = try cursor.require({property_name(tag)}, "{tag}").rawValue',
        ]

    def argument(self, field: Field) -> str:
        if self.sibling_tag(field):
            return f"try {type_name(field.type)}(tag: tag, from: &past, json)"
        if self.is_required(field):
            return f'try cursor.require({self.variable(field)}, "{field.name}")'
        return self.variable(field)

    def encode(self, field: Field) -> str:
        if field in self.constants:
            return f'writer.member("{field.name}", {property_name(field.name)})'
        function = "memberIfPresent" if field.is_optional else "member"
        return f'writer.{function}("{field.name}", {self.stored_name(field)})'

    def encoder(self) -> str:
        lines = [self.encode(field) for field in self.fields]
        return "\n".join(lines if self.is_envelope else ["writer.beginObject()", *lines, "writer.endObject()"])

    def source(self) -> str:
        names = ", ".join(f'"{field.name}"' for field in self.fields)
        uses_dates = any("timestamp" in field.type for field in self.fields)
        return document(
            f"""\
extension Polar {{
    /// {self.documentation}
    public struct {self.name}: Equatable, Sendable {{
{indented(chr(10).join(self.properties()), 2)}
        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }}
}}

extension Polar.{self.name}: JSONCodable {{
    private static let fields: FieldNames = [{names}]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {{
{indented(self.decoder(), 2)}
    }}

    func encode(to writer: inout JSONWriter) {{
{indented(self.encoder(), 2)}
    }}
}}
""",
            imports="public import Foundation" if uses_dates else "",
        )
