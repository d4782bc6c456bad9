"""Writes one open enum per set of values."""

from .swift import case_name, document, indented

# Sets with more values than anybody switches over become structs with static members.
LARGEST_ENUM = 32


def enum_source(name: str, values: list[str]) -> str:
    """The Swift file of a set of values."""
    write = enum_declaration if len(values) <= LARGEST_ENUM else struct_declaration
    return document(f"extension Polar {{\n{indented(write(name, values))}\n}}\n")


def enum_declaration(name: str, values: list[str]) -> str:
    cases = "\n".join(f"/// `{value}`.\ncase {case_name(value)}\n" for value in values)
    readers = "\n".join(f'case "{value}": self = .{case_name(value)}' for value in values)
    writers = "\n".join(f'case .{case_name(value)}: "{value}"' for value in values)
    return f"""\
/// Polar's `{name}`.
@nonexhaustive public enum {name}: OpenEnum, JSONCodable {{
{indented(cases)}
    /// A value this version does not know, exactly as received.
    case unknown(String)

    public init(rawValue: String) {{
        switch rawValue {{
{indented(readers, 2)}
        default: self = .unknown(rawValue)
        }}
    }}

    public var rawValue: String {{
        switch self {{
{indented(writers, 2)}
        case .unknown(let text): text
        }}
    }}
}}"""


def struct_declaration(name: str, values: list[str]) -> str:
    members = "\n\n".join(
        f'/// `{value}`.\npublic static let {case_name(value)} = {name}(rawValue: "{value}")' for value in values
    )
    return f"""\
/// Polar's `{name}`: any text, the known ones by name.
public struct {name}: OpenEnum, JSONCodable {{
    public let rawValue: String

    public init(rawValue: String) {{
        self.rawValue = rawValue
    }}

{indented(members)}
}}"""
