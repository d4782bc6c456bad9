import unittest

from support import INTEGER, NULL, STRING, array, choice, document, model, nullable, payload, ref, webhook

from schema_import import openapi
from schema_import.schema import Enum, Field, Member, Object, SchemaError, Snapshot, Union

COUNTRIES = [f"{one}{two}" for one in "ABCDEFGHIJ" for two in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


def constant(value: str) -> dict:
    return model({"type": {"const": value, "type": "string"}})


class OpenAPITests(unittest.TestCase):
    def read(self, **schemas: dict) -> Snapshot:
        return openapi.read(document(schemas))

    def members(self, snapshot: Snapshot, name: str) -> list[tuple[str, dict]]:
        union = snapshot.types[name]
        assert isinstance(union, Union)
        return [(member.type, member.when) for member in union.members]

    def test_reads_the_type_of_a_field(self) -> None:
        cases = [
            ("string", STRING),
            ("string", {"type": "string", "format": "uri", "maxLength": 9}),
            ("timestamp", {"type": "string", "format": "date-time"}),
            ("uuid", {"type": "string", "format": "uuid"}),
            ("uuid", {"type": "string", "format": "uuid4"}),
            ("decimal", {"type": "string", "pattern": r"^[+-]?\d*\.?\d*$"}),
            ("string", {"type": "string", "pattern": "^[a-z0-9.]+$"}),
            ("country", {"type": "string", "enum": COUNTRIES}),
            ("country", ref("Country")),
            ("integer", {"type": "integer", "minimum": 1}),
            ("number", {"type": "number"}),
            ("boolean", {"type": "boolean"}),
            ("any", {}),
            ("=fixed", {"const": "fixed", "type": "string"}),
            ("=true", {"const": True, "type": "boolean"}),
            ("string|null", nullable(STRING)),
            ("string|null", nullable(nullable(STRING))),
            ("[string]", array(STRING)),
            ("{integer}", {"type": "object", "additionalProperties": INTEGER}),
            ("{any}", {"type": "object", "additionalProperties": True}),
            ("{any}", {"type": "object"}),
            ("{[string|null]}", {"type": "object", "additionalProperties": array(nullable(STRING))}),
            ("(string, Format)|null", nullable({"type": "array", "prefixItems": [STRING, ref("Format")]})),
            ("scalar", {"anyOf": [STRING, INTEGER, {"type": "boolean"}]}),
            ("scalar", {"anyOf": [STRING, {"type": "string", "format": "date-time"}, NULL]}),
            ("{scalar}", ref("Metadata")),
            ("Format", ref("Format")),
            ("Tiers", ref("Tiers")),
        ]
        schemas = {
            "Country": {"enum": COUNTRIES},
            "Format": {"enum": ["eu_vat"]},
            "Metadata": {"type": "object", "additionalProperties": {"anyOf": [STRING, INTEGER]}},
            "Tiers": model({}),
        }
        for expression, schema in cases:
            with self.subTest(expression=expression, schema=schema):
                order = self.read(Order=model({"field": schema}), **schemas).types["Order"]
                self.assertEqual(order, Object({"field": Field(expression)}))

    def test_keeps_the_order_of_required_fields_and_puts_the_others_last(self) -> None:
        order = self.read(Order=model(dict.fromkeys("abcd", STRING), ["d", "b"])).types["Order"]
        fields = {"d": Field("string"), "b": Field("string"), "a": Field("string", True), "c": Field("string", True)}
        self.assertEqual(list(order.fields.items()), list(fields.items()))

    def test_takes_only_what_webhooks_reach(self) -> None:
        snapshot = self.read(
            Order=model({"items": array(ref("Item"))}),
            Item=model({"parent": nullable(ref("Item"))}),
            Account=model({"order": ref("Order"), "odd": {"allOf": []}}),
        )
        self.assertEqual(sorted(snapshot.types), ["Item", "Order"])
        self.assertEqual(snapshot.events, {"order.paid": Object({"data": Field("Order")})})

    def test_lists_what_an_event_has_beside_the_common_members(self) -> None:
        source = document({"Order": model({}), "Moved": payload(ref("Order"), provider=STRING)})
        source["webhooks"]["order.moved"] = webhook("Moved")
        fields = {"data": Field("Order"), "provider": Field("string")}
        self.assertEqual(openapi.read(source).events["order.moved"], Object(fields))

    def test_names_enums_that_have_no_name(self) -> None:
        snapshot = self.read(
            Order=model({"billing_reason": {"enum": ["a", "b"]}, "own": ref("BenefitGitHubRepositoryProperties")}),
            BenefitGitHubRepositoryProperties=model({"permission": {"enum": ["pull"]}}),
        )
        self.assertEqual(snapshot.types["OrderBillingReason"], Enum(("a", "b")))
        self.assertEqual(snapshot.types["GitHubRepositoryPermission"], Enum(("pull",)))

    def test_joins_enums_of_one_name(self) -> None:
        snapshot = self.read(
            Order=model({"own": ref("OrganizationSubscriptionSettings"), "all": ref("SubscriptionProrationBehavior")}),
            OrganizationSubscriptionSettings=model({"proration_behavior": {"enum": ["invoice", "prorate"]}}),
            SubscriptionProrationBehavior={"enum": ["invoice", "prorate", "reset"]},
        )
        values = snapshot.types["SubscriptionProrationBehavior"].values
        self.assertEqual(sorted(values), ["invoice", "prorate", "reset"])

    def test_takes_the_tags_of_a_union_from_its_discriminator(self) -> None:
        func = {"enum": ["sum", "max", "min", "avg"], "type": "string"}
        snapshot = self.read(
            Order=model({"aggregation": choice("func", avg="Property", count="Count", max="Property", sum="Property")}),
            Property=model({"func": func}),
            Count=model({"func": {"const": "count"}}),
        )
        members = [("Property", {"func": ["sum", "max", "avg"]}), ("Count", {"func": "count"})]
        self.assertEqual(self.members(snapshot, "OrderAggregation"), members)

    def test_tells_members_apart_by_their_constant_where_there_is_no_discriminator(self) -> None:
        snapshot = self.read(
            Order=model({"payer": {"anyOf": [ref("Team"), ref("Person")]}}),
            Team=constant("team"),
            Person=constant("person"),
        )
        members = [("Team", {"type": "team"}), ("Person", {"type": "person"})]
        self.assertEqual(self.members(snapshot, "OrderPayer"), members)

    def test_refuses_a_union_that_nothing_tells_apart(self) -> None:
        union = {"anyOf": [ref("A"), ref("B")]}
        for other in (constant("same"), model({"type": STRING}), model({})):
            with self.subTest(other=other), self.assertRaisesRegex(SchemaError, "union OrderPayer apart"):
                self.read(Order=model({"payer": union}), A=constant("same"), B=other)

    def test_takes_legacy_prices_into_the_prices(self) -> None:
        def price(kind: str) -> dict:
            return model({"amount_type": {"const": kind}})

        snapshot = self.read(
            Order=model({
                "price": nullable({"oneOf": [ref("LegacyRecurringProductPrice"), ref("ProductPrice")]}),
                "new_price": ref("ProductPrice"),
            }),
            LegacyRecurringProductPrice=choice("amount_type", fixed="LegacyFixed"),
            ProductPrice=choice("amount_type", fixed="Fixed", custom="Custom"),
            LegacyFixed=price("fixed"),
            Fixed=price("fixed"),
            Custom=price("custom"),
        )
        fields = {"price": Field("ProductPrice|null"), "new_price": Field("ProductPrice")}
        self.assertEqual(snapshot.types["Order"], Object(fields))
        self.assertEqual(self.members(snapshot, "ProductPrice"), [
            ("LegacyFixed", {"legacy": "*", "amount_type": "fixed"}),
            ("Fixed", {"amount_type": "fixed"}),
            ("Custom", {"amount_type": "custom"}),
        ])
        self.assertNotIn("LegacyRecurringProductPrice", snapshot.types)

    def test_tries_repeating_discounts_before_the_others_of_their_type(self) -> None:
        names = [
            "DiscountFixedOnceForeverDuration",
            "DiscountFixedRepeatDuration",
            "DiscountPercentageOnceForeverDuration",
        ]
        snapshot = openapi.read(document({
            "Order": model({"discount": {"oneOf": [ref(name) for name in names]}}),
            **{name: model({}) for name in names},
        }))
        self.assertEqual(self.members(snapshot, "DiscountBase"), [
            ("DiscountFixedRepeatDuration", {"type": "fixed", "duration": "repeating"}),
            ("DiscountFixedOnceForeverDuration", {"type": "fixed"}),
            ("DiscountPercentageOnceForeverDuration", {"type": "percentage"}),
        ])

    def test_tells_grants_by_their_benefit_and_properties_as_the_grants(self) -> None:
        def grant(kind: str) -> dict:
            return model({"benefit": ref(kind), "properties": ref(f"{kind}Properties")})

        snapshot = openapi.read(document(
            {
                "BenefitGrantWebhook": {"anyOf": [ref("SlackGrant"), ref("MeterGrant"), ref("FilesGrant")]},
                "SlackGrant": grant("Slack"),
                "MeterGrant": grant("Meter"),
                "FilesGrant": grant("Files"),
                "Slack": constant("slack"),
                "Meter": constant("meter"),
                "Files": constant("downloadables"),
                "SlackProperties": model({}),
                "MeterProperties": model({}),
                "FilesProperties": model({}),
                "CustomerStateBenefitGrant": model({
                    "properties": {"anyOf": [ref("FilesProperties"), ref("SlackProperties")]},
                }),
            },
            {"benefit_grant.created": ref("BenefitGrantWebhook"), "customer.deleted": ref("CustomerStateBenefitGrant")},
        ))
        self.assertEqual(self.members(snapshot, "BenefitGrantWebhook"), [
            ("SlackGrant", {"benefit.type": "slack"}),
            ("MeterGrant", {"benefit.type": "meter"}),
            ("FilesGrant", {"benefit.type": "downloadables"}),
        ])
        self.assertEqual(self.members(snapshot, "BenefitGrantProperties"), [
            ("FilesProperties", {"^benefit_type": "downloadables"}),
            ("SlackProperties", {"^benefit_type": "slack"}),
            ("MeterProperties", {"^benefit_type": "meter"}),
        ])

    def test_tells_filter_terms_by_the_field_that_is_there(self) -> None:
        clauses = array({"anyOf": [ref("FilterClause"), ref("Filter")]})
        snapshot = self.read(
            Order=model({"filter": ref("Filter")}),
            Filter=model({"conjunction": STRING, "clauses": clauses}),
            FilterClause=model({"property": STRING}),
        )
        members = (Member("FilterClause", {"property": "*"}), Member("Filter", {"conjunction": "*"}))
        self.assertEqual(snapshot.types["FilterTerm"], Union(members))

    def test_refuses_what_it_has_no_rule_for(self) -> None:
        clauses = {"anyOf": [ref("FilterClause"), ref("Other")]}
        cases = {
            "no rule for Order.field, written with": {"allOf": [ref("Order")]},
            "no rule for Order.field": model({"inline": STRING}),
            "Order.field mixes objects": {"anyOf": [ref("Other"), STRING]},
            "other__Other is no name for a type": ref("other__Other"),
            "FilterTerm has a new member, Other": ref("Filter"),
        }
        schemas = {
            "Other": model({}),
            "other__Other": model({}),
            "Filter": model({"clauses": clauses}),
            "FilterClause": model({}),
        }
        for sentence, schema in cases.items():
            with self.subTest(sentence=sentence), self.assertRaisesRegex(SchemaError, sentence):
                self.read(Order=model({"field": schema}), **schemas)

    def test_refuses_a_document_without_webhooks(self) -> None:
        with self.assertRaisesRegex(SchemaError, "no webhooks"):
            openapi.read({"openapi": "3.1.0", "components": {"schemas": {}}})


if __name__ == "__main__":
    unittest.main()
