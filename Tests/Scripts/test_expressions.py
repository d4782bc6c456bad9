import unittest

import support  # noqa: F401 (finds the importer)
from schema_import import expressions


class ExpressionsTests(unittest.TestCase):
    def test_the_wider_of_two_types_wins(self) -> None:
        cases = [
            ("string", "string", "string"),
            ("uuid", "string", "string"),
            ("string", "decimal", "string"),
            ("integer", "number", "number"),
            ("boolean", "scalar", "scalar"),
            ("Order", "any", "any"),
            ("string", "string|null", "string|null"),
            ("timestamp|null", "string", "string|null"),
            ("Order|null", "any", "any"),
            ("integer|null", "scalar", "scalar"),
            ("[integer]", "[integer|null]", "[integer|null]"),
            ("{uuid}|null", "{string}", "{string}|null"),
            ("{[integer]}", "{[number]}", "{[number]}"),
            ("(string, Format)", "(string, Format)|null", "(string, Format)|null"),
        ]
        for one, other, both in cases:
            with self.subTest(one=one, other=other):
                self.assertEqual(expressions.widen(one, other), both)
                self.assertEqual(expressions.widen(other, one), both)

    def test_nothing_reads_two_types_that_differ(self) -> None:
        cases = [
            ("string", "integer"),
            ("uuid", "timestamp"),
            ("Order", "Refund"),
            ("=fixed", "=custom"),
            ("[string]", "string"),
            ("[string]", "{string}"),
            ("[string]", "[integer]"),
            ("(string, Format)", "(string, string)"),
        ]
        for one, other in cases:
            with self.subTest(one=one, other=other):
                self.assertIsNone(expressions.widen(one, other))
                self.assertIsNone(expressions.widen(other, one))

    def test_names_are_those_of_types_only(self) -> None:
        cases = {
            "{[Price]}|null": ["Price"],
            "(string, TaxIDFormat)": ["TaxIDFormat"],
            "timestamp": [],
            "=Fixed": [],
        }
        for expression, names in cases.items():
            with self.subTest(expression=expression):
                self.assertEqual(expressions.names(expression), names)


if __name__ == "__main__":
    unittest.main()
