"""Names, types and text of the Swift that is written."""

HEADER = "// Generated from Schema/polar.json by `make models`. Do not edit.\n// swift-format-ignore-file\n"

ACRONYMS = {
    "id": "ID", "ids": "IDs", "url": "URL", "urls": "URLs", "ip": "IP", "sha256": "SHA256", "etag": "ETag", "sso": "SSO",
}

KEYWORDS = {
    "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum", "extension", "false",
    "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private",
    "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
    "throw", "throws", "true", "try", "typealias", "var", "where", "while",
}

BASIC_TYPES = {
    "string": "String",
    "uuid": "String",
    "country": "String",
    "integer": "Int",
    "number": "JSONNumber",
    "boolean": "Bool",
    "timestamp": "Date",
    "decimal": "DecimalText",
    "any": "JSONValue",
    "scalar": "JSONValue",
    "(string, TaxIDFormat)": "Polar.TaxID",
}


def type_name(expression: str) -> str:
    """The Swift type of a type expression without its `|null`."""
    if expression in BASIC_TYPES:
        return BASIC_TYPES[expression]
    if expression.startswith("="):
        return "Bool" if expression in ("=true", "=false") else "String"
    if expression.startswith("["):
        return f"[{element_name(expression[1:-1])}]"
    if expression.startswith("{"):
        return f"JSONMap<{element_name(expression[1:-1])}>"
    if not expression.isidentifier():
        raise SystemExit(f"Schema: what is the type `{expression}`? Teach it to Scripts/model_generator/swift.py.")
    return f"Polar.{expression}"


def element_name(expression: str) -> str:
    """The Swift type of an element, which may be null."""
    if expression.endswith("|null"):
        return type_name(expression.removesuffix("|null")) + "?"
    return type_name(expression)


def property_name(wire: str) -> str:
    """`customer_id` → `customerID`."""
    first, *rest = wire.split("_")
    return escaped(first + "".join(ACRONYMS.get(word, word.capitalize()) for word in rest))


def case_name(value: str) -> str:
    """`past_due` → `pastDue`."""
    return property_name(value.replace("-", "_").replace(".", "_"))


def capitalized(name: str) -> str:
    """`pastDue` → `PastDue`."""
    return name[:1].upper() + name[1:]


def escaped(name: str) -> str:
    """A name that is a Swift keyword, between backticks."""
    return f"`{name}`" if name in KEYWORDS else name


def bare(name: str) -> str:
    """A name without its backticks."""
    return name.strip("`")


def document(*parts: str, imports: str = "") -> str:
    """A file of declarations."""
    return "\n".join([HEADER, *([imports + "\n"] if imports else []), *parts])


def indented(text: str, levels: int = 1) -> str:
    """Lines moved to the right; empty ones stay empty."""
    return "\n".join("    " * levels + line if line else "" for line in text.split("\n"))
