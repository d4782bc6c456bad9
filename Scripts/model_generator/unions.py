"""Writes one enum per union of objects."""

from .objects import is_null_distinct
from .schema import Field, Member, Schema
from .swift import bare, capitalized, case_name, document, element_name, escaped, indented, property_name, type_name

# Cases whose tags say too little or too much.
CASE_NAMES = {
    "FilterClause": "clause",
    "Filter": "filter",
    "PropertyAggregation": "property",
}


class UnionModel:
    """A union and how Swift says it."""

    def __init__(self, name: str, members: list[Member], schema: Schema):
        self.name = name
        self.members = members
        self.schema = schema
        self.sibling = schema.sibling_tag(name)
        self.tags = list(dict.fromkeys(tag for member in members for tag in member.when))

    # The cases.

    def case(self, member: Member) -> str:
        """The name of a member's case, from the values of its tags."""
        if member.type in CASE_NAMES:
            return CASE_NAMES[member.type]
        return case_name("_".join(tag if value == "*" else value for tag, value in member.when.items()))

    def condition(self, member: Member) -> str:
        """Polar's tags for a case, for its documentation."""
        parts = []
        for tag, value in member.when.items():
            values = value if isinstance(value, list) else [value]
            known = " or ".join(f"`{value}`" for value in values)
            parts.append(f"`{tag.strip('^')}` is there" if value == "*" else f"`{tag.strip('^')}` is {known}")
        return " and ".join(parts)

    # Reading.

    def tag_variable(self, tag: str) -> str:
        if tag.startswith("^"):
            return "tag"
        is_presence = any(member.when.get(tag) == "*" for member in self.members)
        name = bare(property_name(tag.replace(".", "_")))
        return f"has{capitalized(name)}" if is_presence else escaped(name)

    def tag_reader(self, tag: str) -> str:
        variable = self.tag_variable(tag)
        if variable.startswith("has"):
            return f'let {variable} = try reader.has("{tag}", json)'
        *outer, name = tag.split(".")
        scope = f', in: "{outer[0]}"' if outer else ""
        return f'let {variable} = try reader.tag("{name}"{scope}, json)'

    def test(self, member: Member) -> str:
        parts = []
        for tag, value in member.when.items():
            variable = self.tag_variable(tag)
            if value == "*":
                parts.append(variable)
            elif isinstance(value, list):
                parts.append(f"[{', '.join(f'{chr(34)}{item}{chr(34)}' for item in value)}].contains({variable})")
            else:
                parts.append(f'{variable} == "{value}"')
        return ", ".join(parts)

    def decoder(self) -> str:
        lines = [self.tag_reader(tag) for tag in self.tags if not tag.startswith("^")]
        tag = self.tags[0]
        if len(self.tags) == 1 and not self.tag_variable(tag).startswith("has"):
            lines.append(f"switch {self.tag_variable(tag)} {{")
            for member in self.members:
                value = member.when[tag]
                values = ", ".join(f'"{value}"' for value in (value if isinstance(value, list) else [value]))
                lines.append(f"case {values}: self = .{self.case(member)}(try Polar.{member.type}(from: &reader, json))")
            lines += ["default: self = .unknown(try JSONValue(from: &reader, json))", "}"]
        else:
            chain = " else ".join(
                f"if {self.test(member)} {{\n    self = .{self.case(member)}(try Polar.{member.type}(from: &reader, json))\n}}"
                for member in self.members
            )
            lines.append(f"{chain} else {{\n    self = .unknown(try JSONValue(from: &reader, json))\n}}")
        return "\n".join(lines)

    # What all members have.

    def common_fields(self) -> list[Field]:
        """The fields that every member has with one type."""
        objects = [self.schema.objects[member.type] for member in self.members]

        def matches(field: Field, fields: list[Field], model: str) -> bool:
            return any(
                other.name == field.name
                and element_name(other.type) == element_name(field.type)
                and not is_null_distinct(model, other)
                for other in fields
            )

        return [
            field
            for field in objects[0]
            if all(matches(field, fields, member.type) for fields, member in zip(objects, self.members))
        ]

    def accessor(self, field: Field) -> str:
        name = property_name(field.name)
        type = type_name(field.type)
        cases = "\n".join(f"case .{self.case(member)}(let value): value.{name}" for member in self.members)
        unknown = f'json["{field.name}"]?.text' if type == "String" else None
        last = f"case .unknown(let json): {unknown}" if unknown else "case .unknown: nil"
        return (
            f"/// `{field.name}`, which all kinds have.\n"
            f"public var {name}: {type}? {{\n    switch self {{\n{indented(cases)}\n    {last}\n    }}\n}}\n"
        )

    # The file.

    def source(self) -> str:
        cases = "\n".join(
            f"/// {self.condition(member)}.\ncase {self.case(member)}(Polar.{member.type})\n" for member in self.members
        )
        writers = "\n".join(
            f"case .{self.case(member)}(let value): value.encode(to: &writer)" for member in self.members
        )
        common = [self.accessor(field) for field in self.common_fields()]
        uses_dates = any("timestamp" in field.type for field in self.common_fields())
        protocol = ", JSONEncodable" if self.sibling else ", JSONCodable"
        parameters = "tag: String, from reader" if self.sibling else "from reader"
        accessors = f"\n{indented(chr(10).join(common), 2)}" if common else ""
        return document(
            f"""\
extension Polar {{
    /// Polar's `{self.name}`: one of several kinds of object.
    @nonexhaustive public enum {self.name}: Equatable, Sendable{protocol} {{
{indented(cases, 2)}
        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)
{accessors}
        init({parameters}: inout JSONReader, _ json: RawSpan) throws(JSONError) {{
{indented(self.decoder(), 3)}
        }}

        func encode(to writer: inout JSONWriter) {{
            switch self {{
{indented(writers, 3)}
            case .unknown(let value): value.encode(to: &writer)
            }}
        }}
    }}
}}
""",
            imports="public import Foundation" if uses_dates else "",
        )
