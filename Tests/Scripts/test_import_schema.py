import copy
import json
import unittest

from support import INTEGER, STRING, ImporterTestCase, choice, document, model, nullable, payload, ref, webhook

ORDER = model({"id": STRING, "status": ref("Status"), "note": STRING}, ["id", "status"])
SCHEMAS = {"Order": ORDER, "Status": {"enum": ["open", "paid"]}}


def changed(**fields: dict) -> dict[str, dict]:
    """The schemas with other or more fields of the order, all of them required."""
    properties = ORDER["properties"] | fields
    return SCHEMAS | {"Order": model(properties, [*ORDER["required"], *fields])}


def without(key: str) -> dict[str, dict]:
    """The schemas without a field of the order."""
    properties = {name: schema for name, schema in ORDER["properties"].items() if name != key}
    return SCHEMAS | {"Order": model(properties, [name for name in ORDER["required"] if name != key])}


class ImportTests(ImporterTestCase):
    def test_writes_one_line_for_every_field_event_member_and_value(self) -> None:
        source = document(
            {
                "Order": model({"id": STRING, "payer": nullable(ref("Payer"))}, ["id"]),
                "Payer": choice("type", team="Team"),
                "Team": model({"type": {"const": "team"}, "size": {"enum": ["s"]}}),
                "Moved": payload(ref("Order"), provider=STRING),
            },
        )
        source["webhooks"] |= {"order.moved": webhook("Moved")}
        self.import_openapi("2026-08", source)
        self.assertEqual(self.file.read_text(encoding="utf-8"), """{
  "states": ["2026-08"],
  "groups": {
    "customer": ["customer", "member"],
    "billing": ["checkout", "subscription", "order", "customer_seat", "refund", "benefit_grant"],
    "organization": ["benefit", "product", "discount", "organization"]
  },
  "events": {
    "order.moved": {"data": "Order", "provider": "string"},
    "order.paid": "Order"
  },
  "types": {
    "Order": {
      "object": {
        "id": "string",
        "payer?": "Payer|null"
      }
    },
    "Payer": {
      "union": [
        {"type": "Team", "when": {"type": "team"}}
      ]
    },
    "Team": {
      "object": {
        "type": "=team",
        "size": "TeamSize"
      }
    },
    "TeamSize": {
      "enum": [
        "s"
      ]
    }
  }
}
""")

    def test_says_all_of_a_first_import(self) -> None:
        self.assertEqual(self.import_openapi("2026-08", document(SCHEMAS)), [
            "+ state 2026-08",
            "+ event order.paid: data Order",
            "+ object Order: id string, status Status, note? string",
            "+ enum Status: open, paid",
        ])

    def test_changes_nothing_the_second_time(self) -> None:
        self.import_openapi("2026-08", document(SCHEMAS))
        self.import_openapi("2026-11", document(changed(total=nullable(INTEGER))))
        before = self.file.read_bytes()
        for state, schemas in [("2026-08", SCHEMAS), ("2026-11", changed(total=nullable(INTEGER)))]:
            with self.subTest(state=state):
                self.assertEqual(self.import_openapi(state, document(schemas)), ["nothing new"])
                self.assertEqual(self.file.read_bytes(), before)

    def test_checks_without_writing(self) -> None:
        self.import_openapi("2026-08", document(SCHEMAS))
        before = self.file.read_bytes()
        cases = [(SCHEMAS, 0, "nothing new\n"), (changed(total=INTEGER), 1, "+ field Order.total: integer\n")]
        for schemas, status, output in cases:
            with self.subTest(output=output):
                result = self.run_importer("--state", "2026-08", "--check", "--openapi", self.write(document(schemas)))
                self.assertEqual((result.returncode, result.stdout, result.stderr), (status, output, ""))
                self.assertEqual(self.file.read_bytes(), before)

    def test_restores_the_layout_of_the_file(self) -> None:
        self.import_openapi("2026-08", document(SCHEMAS))
        before = self.file.read_bytes()
        self.file.write_text(json.dumps(self.schema()), encoding="utf-8")
        self.assertEqual(self.import_openapi("2026-08", document(SCHEMAS)), ["~ layout of the file"])
        self.assertEqual(self.file.read_bytes(), before)

    def test_keeps_groups_and_refuses_a_family_that_is_in_none(self) -> None:
        self.import_openapi("2026-08", document(SCHEMAS))
        schema = self.schema() | {"groups": {"mine": ["order", "invoice"]}}
        self.file.write_text(json.dumps(schema), encoding="utf-8")
        events = {"order.paid": ref("Order"), "invoice.sent": ref("Order")}
        self.import_openapi("2026-08", document(SCHEMAS, events))
        self.assertEqual(self.schema()["groups"], {"mine": ["order", "invoice"]})

        refund = self.write(document(SCHEMAS, events | {"refund.created": ref("Order")}))
        self.assertIn('Add "refund" to a group', self.refuse("--state", "2026-08", "--openapi", refund))

    def test_refuses_a_command_that_makes_no_sense(self) -> None:
        source = self.write(document(SCHEMAS))
        cases = [
            (["--state", "2026-8", "--openapi", source], "2026-8 is not a month"),
            (["--state", "2026-08"], "one of the arguments --openapi --delta is required"),
            (["--state", "2026-08", "--openapi", source, "--on", "2026-08"], "--delta and --on go together"),
            (["--state", "2026-08", "--delta", source], "--delta and --on go together"),
            (["--state", "2026-11", "--delta", source, "--on", "2026-08"], "has no state 2026-08"),
            (["--state", "2026-08", "--openapi", str(self.folder / "missing.json")], "missing.json"),
        ]
        for arguments, sentence in cases:
            with self.subTest(sentence=sentence):
                self.assertIn(sentence, self.refuse(*arguments))


class MergeTests(ImporterTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.import_openapi("2026-08", document(SCHEMAS))

    def test_marks_a_field_that_is_gone(self) -> None:
        lines = self.import_openapi("2026-11", document(without("id")))
        self.assertEqual(lines, ["+ state 2026-11", "- field Order.id: not in 2026-11"])
        self.assertEqual(self.fields("Order")["id?"], "string -2026-11")

    def test_says_only_once_that_a_field_is_gone(self) -> None:
        self.import_openapi("2026-11", document(without("id")))
        self.assertEqual(self.import_openapi("2027-01", document(without("id"))), ["+ state 2027-01"])
        self.assertEqual(self.fields("Order")["id?"], "string -2026-11 -2027-01")

    def test_says_that_a_field_is_back(self) -> None:
        self.import_openapi("2026-11", document(without("id")))
        lines = self.import_openapi("2027-01", document(SCHEMAS))
        self.assertEqual(lines, ["+ state 2027-01", "+ field Order.id: in 2027-01 again"])
        self.assertEqual(self.fields("Order")["id?"], "string -2026-11")

    def test_marks_a_new_field_in_every_other_state(self) -> None:
        self.import_openapi("2026-11", document(SCHEMAS))
        lines = self.import_openapi("2027-01", document(changed(total=INTEGER)))
        self.assertEqual(lines, ["+ state 2027-01", "+ field Order.total: integer (not in 2026-08, 2026-11)"])
        self.assertEqual(list(self.fields("Order")), ["id", "status", "note?", "total?"])
        self.assertEqual(self.fields("Order")["total?"], "integer -2026-08 -2026-11")

    def test_marks_no_field_of_an_object_that_is_new(self) -> None:
        schemas = changed(refund=ref("Refund")) | {"Refund": model({"id": STRING})}
        lines = self.import_openapi("2026-11", document(schemas))
        self.assertEqual(lines, [
            "+ state 2026-11",
            "+ field Order.refund: Refund (not in 2026-08)",
            "+ object Refund: id string",
        ])
        self.assertEqual(self.fields("Refund"), {"id": "string"})

    def test_marks_a_new_field_only_in_states_that_had_its_object(self) -> None:
        def schemas(**fields: dict) -> dict[str, dict]:
            return changed(refund=ref("Refund")) | {"Refund": model({"id": STRING, **fields})}

        self.import_openapi("2026-11", document(schemas()))
        self.import_openapi("2027-01", document(schemas(amount=INTEGER)))
        self.assertEqual(self.fields("Refund"), {"id": "string", "amount?": "integer -2026-11"})

    def test_sorts_a_state_that_comes_late(self) -> None:
        self.import_openapi("2027-01", document(SCHEMAS))
        lines = self.import_openapi("2026-11", document(without("note")))
        self.assertEqual(lines, ["+ state 2026-11", "- field Order.note: not in 2026-11"])
        self.assertEqual(self.schema()["states"], ["2026-08", "2026-11", "2027-01"])

    def test_keeps_that_a_field_can_be_missing(self) -> None:
        schemas = SCHEMAS | {"Order": model(ORDER["properties"], ["note"])}
        self.assertEqual(self.import_openapi("2026-08", document(schemas)), [
            "~ field Order.id: can be missing now",
            "~ field Order.status: can be missing now",
        ])
        self.assertEqual(self.fields("Order"), {"id?": "string", "status?": "Status", "note?": "string"})

    def test_takes_the_nullable_form(self) -> None:
        lines = self.import_openapi("2026-08", document(changed(id=nullable(STRING))))
        self.assertEqual(lines, ["~ field Order.id: was string, now string|null"])
        self.assertEqual(self.import_openapi("2026-08", document(SCHEMAS)), ["nothing new"])

    def test_refuses_a_type_that_clashes_until_the_file_reads_both(self) -> None:
        clash = ["--state", "2026-11", "--openapi", self.write(document(changed(id=INTEGER)))]
        self.assertIn("Order.id is string in the schema file and integer in 2026-11", self.refuse(*clash))
        self.file.write_text(self.file.read_text("utf-8").replace('"id": "string"', '"id": "any"'), "utf-8")
        self.assertEqual(self.succeed(*clash), ["+ state 2026-11"])
        self.assertEqual(self.fields("Order")["id"], "any")

    def test_refuses_an_object_that_becomes_an_enum(self) -> None:
        source = self.write(document(SCHEMAS | {"Status": model({"id": STRING})}))
        sentence = self.refuse("--state", "2026-11", "--openapi", source)
        self.assertIn("Status is of the kind Enum in the schema file and Object in 2026-11", sentence)

    def test_appends_enum_values_and_keeps_those_that_are_gone(self) -> None:
        lines = self.import_openapi("2026-11", document(SCHEMAS | {"Status": {"enum": ["void", "paid"]}}))
        self.assertEqual(lines, [
            "+ state 2026-11",
            "+ enum value Status.void",
            "- enum value Status.open: not in 2026-11, stays in the file",
        ])
        self.assertEqual(self.schema()["types"]["Status"]["enum"], ["open", "paid", "void"])

    def test_keeps_events_and_types_that_are_gone(self) -> None:
        self.import_openapi("2026-08", document(SCHEMAS | {"Refund": model({})}, {"refund.created": ref("Refund")}))
        lines = self.import_openapi("2026-11", document(SCHEMAS))
        self.assertEqual(lines, [
            "+ state 2026-11",
            "- event refund.created: not in 2026-11, stays in the file",
            "- object Refund: not in 2026-11, stays in the file",
        ])
        self.assertEqual(self.schema()["events"], {"order.paid": "Order", "refund.created": "Refund"})
        self.assertIn("Refund", self.schema()["types"])

    def test_marks_a_new_member_of_an_envelope(self) -> None:
        source = document(SCHEMAS)
        source["components"]["schemas"]["Payload0"] = payload(ref("Order"), provider=STRING)
        lines = self.import_openapi("2026-11", source)
        self.assertEqual(lines, ["+ state 2026-11", "+ field order.paid.provider: string (not in 2026-08)"])
        self.assertEqual(self.schema()["events"]["order.paid"], {"data": "Order", "provider?": "string -2026-08"})


class UnionMergeTests(ImporterTestCase):
    schemas = {
        "Order": model({"payer": ref("Payer")}),
        "Payer": choice("type", team="Team", person="Person"),
        "Team": model({"type": {"const": "team"}}),
        "Person": model({"type": {"const": "person"}}),
        "Robot": model({"type": {"const": "robot"}, "model": STRING}),
    }

    def with_payer(self, payer: dict) -> dict:
        return document(self.schemas | {"Payer": payer})

    def members(self) -> list[dict]:
        return self.schema()["types"]["Payer"]["union"]

    def test_marks_members_that_come_and_go(self) -> None:
        self.import_openapi("2026-08", document(self.schemas))
        lines = self.import_openapi("2026-11", self.with_payer(choice("type", robot="Robot", person="Person")))
        self.assertEqual(lines, [
            "+ state 2026-11",
            "- union member Payer: Team: not in 2026-11",
            "+ union member Payer: Robot (not in 2026-08)",
            "+ object Robot: type =robot, model string",
            "- object Team: not in 2026-11, stays in the file",
        ])
        self.assertEqual(self.members(), [
            {"type": "Team", "when": {"type": "team"}, "absent": ["2026-11"]},
            {"type": "Person", "when": {"type": "person"}},
            {"type": "Robot", "when": {"type": "robot"}, "absent": ["2026-08"]},
        ])

    def test_adds_a_value_to_the_condition_of_a_member(self) -> None:
        self.import_openapi("2026-08", document(self.schemas))
        source = self.with_payer(choice("type", team="Team", club="Team", person="Person"))
        self.import_openapi("2026-11", source)
        self.assertEqual(self.members()[0], {"type": "Team", "when": {"type": ["team", "club"]}})
        self.assertEqual(self.import_openapi("2026-08", document(self.schemas)), ["nothing new"])

    def test_refuses_another_tag(self) -> None:
        self.import_openapi("2026-08", document(self.schemas))
        team = {"Payer": choice("kind", team="Team"), "Team": model({"kind": {"const": "team"}})}
        sentence = self.refuse("--state", "2026-11", "--openapi", self.write(document(self.schemas | team)))
        self.assertIn("is told by ['type'] in the schema file and by ['kind'] in 2026-11", sentence)

    def test_puts_a_special_member_before_a_general_one(self) -> None:
        def discounts(*names: str) -> dict:
            union = {"oneOf": [ref(name) for name in names]}
            return document({"Order": model({"discount": union}), **{name: model({}) for name in names}})

        once, repeat = "DiscountFixedOnceForeverDuration", "DiscountFixedRepeatDuration"
        self.import_openapi("2026-08", discounts(once, "DiscountPercentageRepeatDuration"))
        self.import_openapi("2026-11", discounts(once, repeat))
        self.assertEqual([member["type"] for member in self.schema()["types"]["DiscountBase"]["union"]], [
            repeat,
            once,
            "DiscountPercentageRepeatDuration",
        ])

    def test_reads_an_object_that_became_a_union_as_each_of_its_members(self) -> None:
        plain = self.with_payer(model({"type": ref("Kind"), "id": STRING}))
        plain["components"]["schemas"]["Kind"] = {"enum": ["team", "robot"]}
        tagged = copy.deepcopy(self.with_payer(choice("type", team="Team", robot="Robot")))
        for name in ("Team", "Robot"):
            tagged["components"]["schemas"][name]["properties"]["id"] = nullable(STRING)

        self.import_openapi("2026-08", plain)
        self.import_openapi("2026-11", tagged)
        self.assertEqual(self.members(), [
            {"type": "Team", "when": {"type": "team"}},
            {"type": "Robot", "when": {"type": "robot"}},
        ])
        self.assertEqual(self.fields("Team"), {"type": "=team", "id?": "string|null"})
        self.assertEqual(self.fields("Robot"), {"type": "=robot", "id?": "string|null", "model?": "string -2026-08"})
        self.assertNotIn("Kind", self.schema()["types"])
        self.assertEqual(self.import_openapi("2026-08", plain), ["nothing new"])
        self.assertEqual(self.import_openapi("2026-11", tagged), ["nothing new"])

    def test_does_not_read_the_former_object_as_a_member_that_came_later(self) -> None:
        plain = self.with_payer(model({"type": STRING}))
        self.import_openapi("2026-08", plain)
        self.import_openapi("2026-11", self.with_payer(choice("type", team="Team", person="Person")))
        self.import_openapi("2027-01", document(self.schemas | {
            "Payer": choice("type", team="Team", person="Person", robot="Robot"),
        }))
        self.assertEqual(self.import_openapi("2026-08", plain), ["nothing new"])
        self.assertEqual(self.members()[2]["absent"], ["2026-08", "2026-11"])


if __name__ == "__main__":
    unittest.main()
