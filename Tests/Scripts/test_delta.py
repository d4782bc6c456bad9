import unittest

from support import INTEGER, STRING, ImporterTestCase, choice, document, model, nullable, ref

UUID = {"type": "string", "format": "uuid4"}


def delta(added: dict | None = None, changed: dict | None = None, removed: dict | None = None) -> dict:
    changes = {"types_added": added or {}, "types_changed": changed or {}, "types_removed": removed or {}}
    return {"webhook_reachable": changes}


def new(**fields: str) -> dict:
    """A new object, as the differences write it."""
    return {"kind": "object", "fields": {key: {"type": value} for key, value in fields.items()}}


BASE = document({
    "Order": model({"id": UUID, "buyer_id": nullable(UUID), "price": ref("ProductPrice"), "kind": ref("Kind")}),
    "Kind": {"enum": ["a"]},
    "LegacyRecurringProductPrice": choice("amount_type", fixed="LegacyFixed"),
    "LegacyFixed": model({"amount_type": {"const": "fixed"}}),
    "ProductPrice": choice("amount_type", fixed="Fixed", seats="Seats"),
    "Fixed": model({"amount_type": {"const": "fixed"}, "amount": INTEGER}),
    "Seats": model({"amount_type": {"const": "seats"}, "tiers": ref("ProductPriceSeatTiers-Output")}),
    "ProductPriceSeatTiers-Output": model({"name": STRING}),
})


class DeltaTests(ImporterTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.import_openapi("2026-08", BASE)

    def apply(self, **changes: dict) -> list[str]:
        return self.import_delta("2026-11", "2026-08", delta(**changes))

    def test_reads_the_types_of_the_sdk(self) -> None:
        cases = {
            "seats": ("int", "integer"),
            "share": ("float | None", "number|null"),
            "on": ("bool", "boolean"),
            "name": ("str | None", "string|null"),
            "names": ("list[str]", "[string]"),
            "label": ("dict[str, dict[str, str]] | None", "{{string}}|null"),
            "kinds": ("list[Kind]", "[Kind]"),
            "mode": ("Literal['fast']", "=fast"),
            "legacy": ("Literal[True]", "=true"),
            "extra": ("dict[str, Any]", "{any}"),
            "ended_at": ("str | None", "timestamp|null"),
            "start_timestamp": ("str", "timestamp"),
            "unit_amount": ("str", "decimal"),
        }
        self.apply(changed={"Order": {"fields_added": {key: {"type": sdk} for key, (sdk, _) in cases.items()}}})
        for key, (_, expression) in cases.items():
            with self.subTest(key=key):
                self.assertEqual(self.fields("Order")[f"{key}?"], f"{expression} -2026-08")

    def test_gives_a_text_the_format_of_all_fields_of_its_name(self) -> None:
        refund = new(id="str", buyer_id="str", name="str", amount_type="str")
        self.apply(added={"Refund": refund}, changed={"Order": {"fields_added": {"refund": {"type": "Refund"}}}})
        self.assertEqual(
            self.fields("Refund"), {"id": "uuid", "buyer_id": "uuid", "name": "string", "amount_type": "string"}
        )

    def test_changes_and_removes_fields_and_values(self) -> None:
        lines = self.apply(changed={
            "Order": {
                "fields_removed": {"buyer_id": {"type": "str | None"}},
                "fields_changed": {"kind": {"from": {"type": "Kind"}, "to": {"type": "Kind | None", "optional": True}}},
            },
            "Kind": {"values_added": ["b"], "values_removed": ["a"]},
        })
        self.assertEqual(lines, [
            "+ state 2026-11",
            "+ enum value Kind.b",
            "- field Order.buyer_id: not in 2026-11",
            "~ field Order.kind: was Kind, now Kind|null",
            "~ field Order.kind: can be missing now",
            "- enum value Kind.a: not in 2026-11, stays in the file",
        ])
        self.assertEqual(self.schema()["types"]["Kind"]["enum"], ["a", "b"])

    def test_adds_and_removes_members_of_a_union(self) -> None:
        self.apply(
            added={"Units": new(amount_type="Literal['units']")},
            changed={"ProductPrice": {"members_added": ["Units"], "members_removed": ["Seats"]}},
        )
        self.assertEqual(self.schema()["types"]["ProductPrice"]["union"], [
            {"type": "LegacyFixed", "when": {"legacy": "*", "amount_type": "fixed"}},
            {"type": "Fixed", "when": {"amount_type": "fixed"}},
            {"type": "Seats", "when": {"amount_type": "seats"}, "absent": ["2026-11"]},
            {"type": "Units", "when": {"amount_type": "units"}, "absent": ["2026-08"]},
        ])

    def test_reads_a_new_union_before_its_members(self) -> None:
        self.apply(
            added={
                "Actor": {"kind": "union", "members": ["Human", "Robot"]},
                "Human": new(type="Literal['human']"),
                "Robot": new(type="Literal['robot']"),
            },
            changed={"Order": {"fields_added": {"actor": {"type": "Actor"}}}},
        )
        self.assertEqual(self.schema()["types"]["Actor"]["union"], [
            {"type": "Human", "when": {"type": "human"}},
            {"type": "Robot", "when": {"type": "robot"}},
        ])

    def test_turns_an_object_into_a_union(self) -> None:
        change = {"from": {}, "kind": ["object", "union"], "to": {"kind": "union", "members": ["A", "B"]}}
        added = {
            "A": new(type="Literal['a']", name="str"),
            "B": new(type="Literal['b']", name="str", size="int"),
        }
        self.apply(added=added, changed={"ProductPriceSeatTiersOutput": change})
        self.assertEqual(self.fields("A"), {"name": "string", "type?": "=a -2026-08"})
        self.assertEqual(self.fields("B"), {"name": "string", "type?": "=b -2026-08", "size?": "integer -2026-08"})
        self.assertEqual(self.import_openapi("2026-08", BASE), ["nothing new"])
        self.assertEqual(self.apply(added=added, changed={"ProductPriceSeatTiersOutput": change}), ["nothing new"])

    def test_adds_an_event_with_its_own_members_and_removes_another(self) -> None:
        moved = new(
            type="Literal['order.moved']", timestamp="str", api_version="str", data="Order", provider="str"
        )
        lines = self.apply(
            added={"WebhookOrderMovedPayload": moved}, removed={"WebhookOrderPaidPayload": {"kind": "object"}}
        )
        self.assertEqual(lines, [
            "+ state 2026-11",
            "+ event order.moved: data Order, provider string",
            "- event order.paid: not in 2026-11, stays in the file",
        ])

    def test_skips_the_noise(self) -> None:
        lines = self.apply(changed={
            "Status": {"values_added": ["granted"], "values_removed": ["active"]},
            "WebhookPayload": {"members_added": ["WebhookOrderMovedPayload"]},
            "WebhookOrderPaidPayload": {"fields_added": {"api_version": {"type": "str"}}},
        })
        self.assertEqual(lines, ["+ state 2026-11"])

    def test_drops_types_that_nothing_reaches_any_more(self) -> None:
        lines = self.apply(
            changed={"Seats": {"fields_removed": {"tiers": {"type": "ProductPriceSeatTiersOutput"}}}},
            removed={"ProductPriceSeatTiersOutput": {"kind": "object"}},
        )
        self.assertEqual(lines, [
            "+ state 2026-11",
            "- field Seats.tiers: not in 2026-11",
            "- object ProductPriceSeatTiers: not in 2026-11, stays in the file",
        ])

    def test_leaves_types_alone_that_the_state_does_not_reach(self) -> None:
        self.apply(changed={"ProductPriceSeatTiersOutput": {"fields_added": {"size": {"type": "int"}}}})
        seats = {"fields_removed": {"tiers": {"type": "ProductPriceSeatTiersOutput"}}}
        self.import_delta("2027-01", "2026-08", delta(changed={"Seats": seats}))
        self.assertEqual(self.fields("ProductPriceSeatTiers")["size?"], "integer -2026-08")

    def test_applies_to_the_state_that_it_is_based_on(self) -> None:
        self.import_delta("2026-11", "2026-08", delta(changed={"Order": {"fields_added": {"units": {"type": "int"}}}}))
        self.import_delta("2027-01", "2026-11", delta(changed={"Order": {"fields_added": {"days": {"type": "int"}}}}))
        self.import_delta("2027-04", "2026-08", delta(changed={"Order": {"fields_removed": {"id": {"type": "str"}}}}))
        fields = self.fields("Order")
        self.assertEqual(
            {key: fields[key] for key in ("units?", "days?", "id?")},
            {
                "units?": "integer -2026-08 -2027-04",
                "days?": "integer -2026-08 -2026-11 -2027-04",
                "id?": "uuid -2027-04",
            },
        )

    def test_refuses_what_it_cannot_apply(self) -> None:
        cases = [
            ("change Refund, which the state", {"changed": {"Refund": {"values_added": ["a"]}}}),
            ("define Refund in a way", {"added": {"Refund": {"kind": "alias"}}}),
            ("tip has a type", {"changed": {"Order": {"fields_added": {"tip": {"type": "int | str"}}}}}),
            ("the type Refund, which is nowhere", {"changed": {"Order": {"fields_added": {"a": {"type": "Refund"}}}}}),
            ("ProductPriceSeatTiers, which is", {"removed": {"ProductPriceSeatTiersOutput": {"kind": "object"}}}),
        ]
        for sentence, changes in cases:
            with self.subTest(sentence=sentence):
                source = self.write(delta(**changes))
                self.assertIn(sentence, self.refuse("--state", "2026-11", "--on", "2026-08", "--delta", source))


if __name__ == "__main__":
    unittest.main()
