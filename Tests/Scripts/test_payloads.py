"""Tests the payload generator: `python3 -m unittest discover Tests/Scripts` in the root of the repository."""

import collections
import copy
import datetime
import itertools
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
import uuid
from collections.abc import Iterator

ROOT = pathlib.Path(__file__).parents[2]
SUPPORT = ROOT / "Tests/EndToEndTests/Support"
SCHEMA_FILE = ROOT / "Schema/polar.json"
sys.path.insert(0, str(SUPPORT))

from payloads.comparison import Comparison, Report
from payloads.generator import Generator
from payloads.literals import Number, compact, read
from payloads.mutator import Mutator, spots
from payloads.schema import Schema, Type, UNTYPED
from payloads.values import NEVER_EMPTY, STATES

SCHEMA = Schema.load(SCHEMA_FILE)

SMALL = Schema(
    {
        "states": ["2026-08", "2026-11", "2027-01"],
        "events": {"order.paid": {"data": "Order", "provider": "string"}},
        "types": {
            "Order": {
                "object": {
                    "amount": "integer",
                    "units": "number",
                    "paid": "boolean",
                    "created_at": "timestamp",
                    "ended_at": "timestamp|null",
                    "unit_amount": "decimal",
                    "status": "Status",
                    "price": "Price",
                    "items?": "[Item]",
                    "metadata": "{scalar}",
                    "tax_id": "(string, Status)|null",
                    "seat_metadata": "{any}|null",
                    "benefit_type": "Status",
                    "properties": "Properties",
                }
            },
            "Status": {"enum": ["draft", "paid"]},
            "Item": {"object": {"label": "string", "note?": "string|null"}},
            "Price": {
                "union": [
                    {"type": "LegacyPrice", "when": {"legacy": "*", "kind": ["fixed", "custom"]}},
                    {"type": "FixedPrice", "when": {"kind": "fixed"}},
                ]
            },
            "LegacyPrice": {"object": {"kind": "string", "legacy": "=true", "amount": "integer"}},
            "FixedPrice": {"object": {"kind": "=fixed", "amount": "integer"}},
            "Properties": {"union": [{"type": "Item", "when": {"^benefit_type": "paid"}}]},
        },
    }
)

ORDER = """
{"type": "order.paid", "timestamp": "2026-11-23T10:00:00.123456Z", "api_version": "2026-10", "provider": "other",
 "data": {
  "amount": 9223372036854775807, "units": 10.0, "paid": true,
  "created_at": "2024-02-29T23:59:59+02:00", "ended_at": null,
  "unit_amount": "0.500000000000", "status": "teleported", "price": {"kind": "hologram", "parts": [1, {"a": null}]},
  "items": [{"label": "e\\u0301", "note": null, "future": 1}, {"label": "two"}], "future": {"a": 1},
  "metadata": {"one": 1, "float": 1.0, "true": true, "huge": 1000000000000000000000000000000, "large": 1e+22,
               "zero": -0.0, "tiny": 5e-324, "over": 1e400, "none": null, "\\u00e9": "a", "e\\u0301": "b"},
  "tax_id": ["DE1", "paid"], "seat_metadata": {"a": [null, 1]}, "benefit_type": "paid", "properties": {"label": "x"}
}}
"""

# What may be different in a line that came back: name, texts to replace.
EQUAL = [
    ("null is left out", '"ended_at": null,', ""),
    ("null of a nested object is left out", '"note": null,', ""),
    ("an unknown field is dropped", '"future": {"a": 1},', ""),
    ("a timestamp in UTC", "2024-02-29T23:59:59+02:00", "2024-02-29T21:59:59.000000Z"),
    ("more digits of a timestamp", "123456Z", "123456000Z"),
    ("a large float without exponent", "1e+22", "10000000000000000000000.0"),
    ("another exponent", "5e-324", "4.9406564584124654E-324"),
    ("a float that no double holds", "1e400", "10.0E+399"),
    ("an escape", '"two"', '"tw\\u006f"'),
]

# What may not: name, texts to replace, path of the difference.
DAMAGED = [
    ("an integer rounded as a double", "9223372036854775807", "9223372036854775808", "$.data.amount"),
    ("an integer as a float", "9223372036854775807", "9223372036854775807.0", "$.data.amount"),
    ("an integer as a string", "9223372036854775807", '"9223372036854775807"', "$.data.amount"),
    ("a float as an integer", '"units": 10.0', '"units": 10', "$.data.units"),
    ("a boolean as a number", '"paid": true', '"paid": 1', "$.data.paid"),
    ("a boolean turned", '"paid": true', '"paid": false', "$.data.paid"),
    ("a microsecond lost", "10:00:00.123456Z", "10:00:00.123455Z", "$.timestamp"),
    ("the fraction lost", "10:00:00.123456Z", "10:00:00Z", "$.timestamp"),
    ("an offset dropped", "23:59:59+02:00", "23:59:59Z", "$.data.created_at"),
    ("a zone dropped", "23:59:59+02:00", "21:59:59", "$.data.created_at"),
    ("a timestamp as seconds", '"2024-02-29T23:59:59+02:00"', "1709243999", "$.data.created_at"),
    ("a decimal shortened", "0.500000000000", "0.5", "$.data.unit_amount"),
    ("an unknown enum value lost", '"status": "teleported",', "", "$.data.status"),
    ("an unknown enum value as null", '"teleported"', "null", "$.data.status"),
    ("an unknown enum value as a known one", '"teleported"', '"draft"', "$.data.status"),
    ("an unknown member lost", '"price": {"kind": "hologram", "parts": [1, {"a": null}]},', "", "$.data.price"),
    ("content of an unknown member lost", ', "parts": [1, {"a": null}]', "", "$.data.price"),
    ("null in an unknown member left out", '{"a": null}', "{}", '$.data.price["parts"][1]'),
    ("an element lost", ', {"label": "two"}', "", "$.data.items"),
    ("an element doubled", "[null, 1]", "[null, 1, 1]", '$.data.seat_metadata["a"]'),
    ("a text normalized", '"label": "e\\u0301"', '"label": "\\u00e9"', "$.data.items[0].label"),
    ("keys taken for equal", '"\\u00e9": "a", ', "", "$.data.metadata"),
    ("1.0 as 1", '"float": 1.0', '"float": 1', '$.data.metadata["float"]'),
    ("1 as true", '"one": 1', '"one": true', '$.data.metadata["one"]'),
    ("true as 1", '"true": true', '"true": 1', '$.data.metadata["true"]'),
    ("a huge integer as a float", "1000000000000000000000000000000", "1e30", '$.data.metadata["huge"]'),
    ("a huge integer rounded", "1" + "0" * 30, "1000000000000000019884624838656", '$.data.metadata["huge"]'),
    ("a large float as an integer", "1e+22", "1" + "0" * 22, '$.data.metadata["large"]'),
    ("a sign lost", "-0.0", "0.0", '$.data.metadata["zero"]'),
    ("a float that no double holds", "1e400", "1e401", '$.data.metadata["over"]'),
    ("a tiny float flushed", "5e-324", "0.0", '$.data.metadata["tiny"]'),
    ("null in a map left out", '"none": null, ', "", "$.data.metadata"),
    ("half a tuple", '["DE1", "paid"]', '["DE1"]', "$.data.tax_id"),
    ("a member by its sibling damaged", '{"label": "x"}', '{"label": "y"}', "$.data.properties.label"),
    ("a field for nothing", '{"label": "two"}', '{"label": "two", "more": 1}', "$.data.items[1].more"),
    ("null for nothing", '{"label": "two"}', '{"label": "two", "note": null}', "$.data.items[1].note"),
    ("an envelope member lost", '"provider": "other",', "", "$.provider"),
    ("the version lost", '"api_version": "2026-10",', "", "$.api_version"),
    ("another event type", "order.paid", "order.created", "$.type"),
    ("a doubled member", '"paid": true', '"paid": false, "paid": true', "$"),
    ("NaN", '"units": 10.0', '"units": NaN', "$"),
    ("no JSON", '"order.paid"', '"order.paid', "$"),
    ("no object", ORDER, "[]", "$"),
    ("a failure", ORDER, '{"error": "$.data: a value is expected"}', "$"),
]


def line(text: str) -> bytes:
    return text.replace("\n", " ").encode() + b"\n"


def differences(schema, given: bytes | None, returned: bytes | None) -> list[str]:
    report = Report(schema)
    report.add(given, returned)
    return report.differences


def generated(count: int, seed: int = 1) -> Iterator[dict]:
    return itertools.islice(Generator(SCHEMA, seed).payloads(), count)


def mutated(count: int, seed: int = 1) -> Iterator[dict]:
    return itertools.islice(Mutator(SCHEMA, seed).payloads(), count)


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "payloads", arguments[0], "--schema", SCHEMA_FILE, *arguments[1:]]
    return subprocess.run([str(part) for part in command], cwd=SUPPORT, capture_output=True, check=False)


class ComparisonTests(unittest.TestCase):
    def test_accepts_an_equal_line(self):
        self.assertEqual(differences(SMALL, line(ORDER), line(ORDER)), [])

    def test_accepts_another_spelling_of_the_same(self):
        for name, old, new in EQUAL:
            with self.subTest(name):
                self.assertEqual(ORDER.count(old), 1)
                self.assertEqual(differences(SMALL, line(ORDER), line(ORDER.replace(old, new))), [])

    def test_finds_every_damage_at_its_path(self):
        for name, old, new, path in DAMAGED:
            with self.subTest(name):
                self.assertEqual(ORDER.count(old), 1)
                found = differences(SMALL, line(ORDER), line(ORDER.replace(old, new)))
                self.assertEqual([text.split(": ")[1] for text in found], [path])

    def test_finds_a_missing_and_a_superfluous_line(self):
        self.assertEqual(len(differences(SMALL, line(ORDER), None)), 1)
        self.assertEqual(len(differences(SMALL, None, line(ORDER))), 1)

    def test_compares_the_data_of_an_unknown_event_as_a_whole(self):
        given = line(ORDER.replace("order.paid", "order.teleported"))
        self.assertEqual(differences(SMALL, given, given.replace(b'"provider": "other",', b"")), [])
        self.assertEqual(len(differences(SMALL, given, given.replace(b'"future": {"a": 1},', b""))), 1)
        self.assertEqual(len(differences(SMALL, given, given.replace(b'"ended_at": null,', b""))), 1)

    def test_counts_fields_of_known_objects(self):
        report = Report(SMALL)
        report.add(line(ORDER), line(ORDER))
        # Envelope 5, order 14, items 2 + 1, properties 1.
        self.assertEqual(report.fields, {"all": 23, "state 2026-11": 23, "event order.paid": 23})

    def test_finds_any_damaged_leaf_of_a_generated_payload(self):
        source = random.Random(1)
        for payload in generated(600):
            damaged = copy.deepcopy(payload)
            spot = source.choice([spot for spot in spots(SCHEMA, damaged) if is_leaf(spot.value)])
            spot.container[spot.key] = damaged_leaf(spot)
            comparison = Comparison(SCHEMA)
            comparison.payload(payload, damaged)
            self.assertEqual(len(comparison.differences), 1, compact(payload))


def is_leaf(value: object) -> bool:
    return isinstance(value, bool | str | Number)


def damaged_leaf(spot):
    value = spot.value
    if isinstance(value, bool):
        return not value
    if isinstance(value, Number):
        return damaged_number(value)
    if spot.type.kind == "timestamp":
        return shifted(value)
    return value + "\u200b"


def damaged_number(number):
    if number.is_integer:
        return Number(str(int(number.literal) + 1))
    return Number(repr(math.nextafter(float(number.literal), 0) or 1.5))


def shifted(timestamp: str) -> str:
    """One microsecond later."""
    return utc(datetime.datetime.fromisoformat(timestamp) + datetime.timedelta(microseconds=1))


def utc(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class ModelDecoder:
    """Does what a decoder with typed models does: keeps known fields only, leaves null out, writes timestamps anew."""

    def payload(self, payload: dict) -> dict:
        return self._object(SCHEMA.fields(payload["type"]), payload)

    def _object(self, fields: list, value: dict) -> dict:
        return {
            field.name: self._value(field.type, value[field.name], value)
            for field in fields
            if value.get(field.name) is not None
        }

    def _value(self, type, value, holder):
        type = SCHEMA.resolved(type, value, holder)
        if type.name in SCHEMA.objects:
            return self._object(SCHEMA.objects[type.name], value)
        if type.kind in ("array", "tuple"):
            return [self._value(part, element, holder) for part, element in zip(itertools.cycle(type.parts), value)]
        if type.kind == "map":
            return {key: self._value(type.parts[0], member, holder) for key, member in value.items()}
        return utc(datetime.datetime.fromisoformat(value)) if type.kind == "timestamp" else value


class RoundTripTests(unittest.TestCase):
    COUNT = 600

    def assert_same(self, given: dict, returned: dict):
        found = differences(SCHEMA, compact(given).encode(), compact(returned).encode())
        self.assertEqual(found, [])

    def test_accepts_what_passes_through(self):
        for payload in itertools.chain(generated(self.COUNT), mutated(self.COUNT)):
            self.assert_same(payload, payload)

    def test_accepts_what_a_model_keeps(self):
        for payload in itertools.chain(generated(self.COUNT), mutated(self.COUNT)):
            self.assert_same(payload, ModelDecoder().payload(payload))


class MutationTests(unittest.TestCase):
    def test_leaves_known_fields_of_a_known_event_readable(self):
        """A field keeps the kind of its type, whatever is unknown around it."""
        kinds = {"boolean": bool, "integer": Number, "number": Number, "timestamp": str, "array": list, "map": dict}
        for payload in mutated(600):
            for spot in spots(SCHEMA, payload):
                self.assertIsInstance(spot.value, kinds.get(spot.type.kind, object))

    def test_shows_everything_unknown(self):
        shown = collections.Counter()
        for payload in mutated(1200):
            shown["event"] += payload["type"] not in SCHEMA.events
            shown["version"] += payload.get("api_version") not in STATES
            shown["data"] += not isinstance(payload["data"], dict)
            for spot in spots(SCHEMA, payload):
                for what in unknown_parts(spot):
                    shown[what] += 1
        unions = itertools.product(SCHEMA.unions, ("with its content", "without its content"))
        for what in ["event", "version", "data", "enum", "field", *map(" ".join, unions)]:
            self.assertGreater(shown[what], 0, what)


def unknown_parts(spot) -> Iterator[str]:
    """What the schema does not know about one value: the name of the union for a stranger in it."""
    resolved = SCHEMA.resolved(spot.type, spot.value, spot.holder)
    if spot.type.name in SCHEMA.enums and spot.value not in SCHEMA.enums[spot.type.name]:
        yield "enum"
    if spot.type.name in SCHEMA.unions and resolved is UNTYPED:
        yield f"{spot.type.name} {'without' if 'content' in spot.value else 'with'} its content"
    if resolved.name in SCHEMA.objects and spot.value.keys() - {field.name for field in SCHEMA.objects[resolved.name]}:
        yield "field"


class Coverage:
    """What generated payloads show of the schema, and what they should."""

    def __init__(self) -> None:
        self.shown: set[tuple] = set()
        self.wanted: set[tuple] = set()

    # What is wanted

    def want(self, state: str) -> None:
        pending = [field.type for fields in SCHEMA.events.values() for field in fields]
        seen: set[str] = set()
        self.wanted |= {(state, "event", event) for event in SCHEMA.events}
        while pending:
            type = pending.pop()
            pending += type.parts
            if type.kind == "named" and type.name not in seen:
                seen.add(type.name)
                pending += self._want_named(state, type.name)

    def _want_named(self, state: str, name: str) -> list:
        self.wanted |= {(state, name, value) for value in SCHEMA.enums.get(name, ())}
        members = [member for member in SCHEMA.unions.get(name, ()) if state not in member.absent]
        self.wanted |= {(state, name, member.type) for member in members}
        fields = [field for field in SCHEMA.objects.get(name, ()) if state not in field.absent]
        for field in fields:
            self.wanted |= {(state, f"{name}.{field.name}", what) for what in wanted_forms(name, field)}
        return [Type("named", member.type) for member in members] + [field.type for field in fields]

    # What is shown

    def show(self, payload: dict) -> None:
        state = STATES[payload.get("api_version")]
        self.shown.add((state, "event", payload["type"]))
        for spot in spots(SCHEMA, payload):
            resolved = SCHEMA.resolved(spot.type, spot.value, spot.holder)
            if spot.type.name in SCHEMA.enums:
                self.shown.add((state, spot.type.name, spot.value))
            if spot.type.name in SCHEMA.unions:
                self.shown.add((state, spot.type.name, resolved.name))
            for field in SCHEMA.objects.get(resolved.name, ()):
                forms = shown_forms(field, spot.value)
                self.shown |= {(state, f"{resolved.name}.{field.name}", form) for form in forms}


def wanted_forms(owner: str, field) -> Iterator[str]:
    # A union's members are told apart by a constant, so it is always there.
    if field.may_be_left_out and field.type.kind != "constant":
        yield "absent"
    if field.type.nullable:
        yield "null"
    if field.type.kind in ("array", "map"):
        yield from ("filled",) if NEVER_EMPTY.fullmatch(f"{owner}.{field.name}") else ("empty", "filled")
    elif field.type.kind == "boolean":
        yield from ("True", "False")
    else:
        yield "present"


def shown_forms(field, object: dict) -> Iterator[str]:
    if field.name not in object:
        yield "absent"
    elif (value := object[field.name]) is None:
        yield "null"
    elif isinstance(value, list | dict) and field.type.kind in ("array", "map"):
        yield "filled" if value else "empty"
    else:
        yield str(value) if isinstance(value, bool) and field.type.kind == "boolean" else "present"


class GeneratorTests(unittest.TestCase):
    def test_shows_every_possibility_of_the_schema_in_every_state(self):
        coverage = Coverage()
        for state in SCHEMA.states:
            coverage.want(state)
        for payload in generated(2500):
            coverage.show(payload)
        self.assertEqual(sorted(map(str, coverage.wanted - coverage.shown)), [])

    def test_shows_values_that_are_easily_damaged(self):
        text = "\n".join(map(compact, generated(1500)))
        literals = ["1" + "0" * 30, "1e+22", "1e-7", "-0.0", "5e-324", "1.7976931348623157e308", "10.0"]
        literals += [str(2**63 - 1), str(-(2**63)), str(2**31), "0", "-1"]
        for literal in literals:
            self.assertRegex(text, rf"[:\[]{re.escape(literal)}[,\]}}]")
        for part in ["\u2028", "\u007f", "🙂", "e\u0301", "日本", '\\"', "\\\\", "\\n", "\\b", "\\u0001"]:
            self.assertIn(part, text)
        for timestamp in [r"1970-", r"9999-", r"02-29T", r"\d\dZ", r"\.\d{3}Z", r"\.\d{6}\+02:00", r"-05:30"]:
            self.assertRegex(text, rf'"[\d:T.-]*{timestamp}[^"]*"')

    def test_leaves_out_what_a_state_does_not_have(self):
        for payload in generated(1500):
            state = STATES[payload.get("api_version")]
            for spot in spots(SCHEMA, payload):
                resolved = SCHEMA.resolved(spot.type, spot.value, spot.holder)
                fields = SCHEMA.objects.get(resolved.name, ())
                self.assertFalse([f.name for f in fields if state in f.absent and f.name in spot.value])
                members = [m for m in SCHEMA.unions.get(spot.type.name, ()) if state not in m.absent]
                self.assertIn(resolved.name, {member.type for member in members} or {resolved.name})
                self.assertIsNot(resolved, UNTYPED)
            self.assertEqual("api_version" in payload, state != "2026-08")

    def test_respects_what_only_the_document_of_polar_says(self):
        facts = {
            ("OrganizationSubscriptionSettings", "proration_behavior"): lambda value: value != "reset",
            ("BenefitLicenseKeyExpirationProperties", "ttl"): lambda value: int(value.literal) > 0,
            ("CustomFieldTextProperties", "max_length"): lambda value: 0 <= int(value.literal) < 2**31,
            ("BenefitSlackSharedChannelProperties", "channel_name_template"): lambda value: 0 < len(value) <= 80,
            ("BenefitDownloadablesProperties", "archived"): lambda value: all(map(uuid.UUID, value)),
            ("CustomFieldSelectProperties", "options"): lambda value: value,
            ("FilterClause", "value"): lambda value: value is not None and "." not in getattr(value, "literal", ""),
        }
        checked: set[tuple[str, str]] = set()
        for payload in generated(1500):
            for spot in spots(SCHEMA, payload):
                owner = SCHEMA.resolved(spot.type, spot.value, spot.holder).name
                for place in [place for place in facts if place[0] == owner and place[1] in spot.value]:
                    self.assertTrue(facts[place](spot.value[place[1]]), place)
                    checked.add(place)
        self.assertEqual(checked, facts.keys())

    def test_nests_filters(self):
        depths = {filter_depth(value) for payload in generated(1500) for value in filters(payload)}
        self.assertEqual(depths, set(range(1, Generator.NESTING + 1)))


def filters(payload: dict) -> list[dict]:
    values = [spot.value for spot in spots(SCHEMA, payload)]
    return [value for value in values if isinstance(value, dict) and "conjunction" in value]


def filter_depth(value: dict) -> int:
    return 1 + max(map(filter_depth, value["clauses"]), default=0) if "conjunction" in value else 0


class CommandTests(unittest.TestCase):
    def test_writes_the_same_lines_for_the_same_seed(self):
        for command in ("generate", "mutate"):
            lines = run(command, "--count", 70, "--seed", 5).stdout.splitlines(keepends=True)
            self.assertEqual(run(command, "--count", 30, "--seed", 5).stdout.splitlines(keepends=True), lines[:30])
            self.assertNotEqual(run(command, "--count", 70, "--seed", 6).stdout.splitlines(keepends=True), lines)

    def test_writes_every_seventh_line_differently(self):
        lines = run("generate", "--count", 700).stdout.split(b"\n")[:-1]
        self.assertEqual(len(lines), 700)
        rewritten = [compact(read(text)).encode() for text in lines]
        loose = {number for number, pair in enumerate(zip(lines, rewritten), 1) if pair[0] != pair[1]}
        self.assertEqual(loose, set(range(7, 701, 7)))
        for text in (rb"\ud83d", rb"\u00", b" ", b"\t", rb"\/"):
            self.assertTrue(any(text in lines[number - 1] for number in loose), text)

    def test_tells_by_its_exit_code_whether_something_differs(self):
        lines = run("generate", "--count", 50).stdout
        with tempfile.TemporaryDirectory() as folder:
            given, returned = pathlib.Path(folder, "given"), pathlib.Path(folder, "returned")
            given.write_bytes(lines)
            for output, code, text in [
                (lines, 0, b"        0 differences"),
                (lines[: lines[:-1].rindex(b"\n") + 1], 1, b"the line did not come back"),
                (lines.replace(b'"type":', b'"typ":', 1), 1, b"line 1 "),
                (b"", 1, b"       50 differences"),
            ]:
                returned.write_bytes(output)
                result = run("compare", given, returned)
                self.assertEqual(result.returncode, code)
                self.assertIn(text, result.stdout)


if __name__ == "__main__":
    unittest.main()
