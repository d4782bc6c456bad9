import re
import unittest

from support import ROOT

PAGE = ROOT / "docs/operations.md"
SOURCES = ROOT / "Sources"
# What answers have a reason code from.
ENUMERATIONS = ["HTTPWire/HTTPParseError.swift", "HTTPWire/ProxyHeaderError.swift"]
CODE = re.compile(r'= "([a-z]+(?:_[a-z]+)+)"')
ANSWERED = re.compile(r'\\?"error\\?":\\?"([a-z_]+)\\?"')


def anchor(heading: str) -> str:
    """As GitHub makes it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


class OperationsTests(unittest.TestCase):
    def setUp(self) -> None:
        self.text = PAGE.read_text()
        self.anchors = {anchor(line.lstrip("# ")) for line in self.text.splitlines() if line.startswith("#")}

    def test_every_alert_has_a_section(self) -> None:
        rules = (ROOT / "deploy/prometheus/rules.yaml").read_text()
        linked = set(re.findall(r"docs/operations\.md#([\w-]+)", rules))
        self.assertTrue(linked)
        self.assertEqual(linked, {name for name in self.anchors if name.startswith("polar-receiver-")})

    def test_every_reason_is_explained(self) -> None:
        codes = set()
        for name in ENUMERATIONS:
            codes |= set(CODE.findall((SOURCES / name).read_text()))
        errors = "".join(file.read_text() for file in (SOURCES / "StandardWebhooks").glob("VerificationError*.swift"))
        codes |= set(re.findall(r'"((?:missing|malformed|timestamp|signature)_[a-z_]+)"', errors))
        codes |= {"unlisted_sender", "unavailable", "request_timeout", "not_found", "method_not_allowed"}
        self.assertGreater(len(codes), 25)
        for code in codes:
            self.assertIn(f"`{code}`", self.text)

    def test_links_of_all_pages_lead_to_files(self) -> None:
        for page in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]:
            for link, target in re.findall(r"\]\(([^)#:\s]*)(?:#([\w-]+))?\)", page.read_text()):
                if link:
                    self.assertTrue((page.parent / link).exists(), f"{page.name}: {link}")
                elif target:
                    headings = [line.lstrip("# ") for line in page.read_text().splitlines() if line.startswith("#")]
                    self.assertIn(target, map(anchor, headings), page.name)

    def test_tests_that_the_threat_model_names_are_there(self) -> None:
        names = set(re.findall(r"`(\w+Tests)`", (ROOT / "docs/threat-model.md").read_text()))
        self.assertTrue(names)
        for name in names:
            found = list((ROOT / "Tests").rglob(f"{name}.swift")) or (ROOT / "Tests" / name).is_dir()
            self.assertTrue(found, name)


if __name__ == "__main__":
    unittest.main()
