import re
import tempfile
from pathlib import Path

import metrics
from support import DEPLOY, ToolTestCase, load

FOLDER = DEPLOY / "prometheus"
RULES = FOLDER / "rules.yaml"


def rules() -> list[dict]:
    [file] = load(RULES)
    return [rule for group in file["groups"] for rule in group["rules"]]


def kebab_case(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


class RulesTests(ToolTestCase):
    def test_are_rules(self) -> None:
        self.check_tool("promtool", "check", "rules", RULES, package="prometheus")

    def test_fire_when_they_should_and_not_before(self) -> None:
        self.check_tool("promtool", "test", "rules", FOLDER / "rules-test.yaml", package="prometheus")

    def test_each_is_part_of_the_tests(self) -> None:
        text = (FOLDER / "rules-test.yaml").read_text()
        names = set(re.findall(r"alertname: (\w+)", text)) | set(re.findall(r'alertname="(\w+)"', text))
        for prefix, alternatives in re.findall(r"(PolarReceiver)\(([\w|]+)\)", text):
            names |= {prefix + name for name in alternatives.split("|")}
        self.assertEqual(names, {rule["alert"] for rule in rules()})

    def test_use_metrics_that_there_are(self) -> None:
        for rule in rules():
            self.assertEqual(metrics.faults(rule["expr"]), [], rule["alert"])

    def test_say_what_to_do(self) -> None:
        for rule in rules():
            name = rule["alert"]
            with self.subTest(name):
                self.assertIn(rule["labels"]["severity"], {"critical", "warning"})
                self.assertEqual(set(rule["annotations"]), {"summary", "description", "runbook"})
                self.assertRegex(rule["annotations"]["summary"], r"^[A-Z{].*\.$")
                self.assertRegex(rule["annotations"]["description"], r"\.$")
                self.assertEqual(rule["annotations"]["runbook"], f"docs/operations.md#{kebab_case(name)}")


class ExampleTests(ToolTestCase):
    def test_is_a_configuration_with_the_rules(self) -> None:
        text = (FOLDER / "prometheus.yaml").read_text()
        # Prometheus looks for these files, beside the configuration.
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "secrets").mkdir()
            (folder / "secrets/admin-token").touch()
            (folder / "rules.yaml").write_text(RULES.read_text())
            (folder / "prometheus.yaml").write_text(text)
            output = self.check_tool("promtool", "check", "config", folder / "prometheus.yaml", package="prometheus")
        self.assertIn(f"{len(rules())} rules found", output)

    def test_the_job_has_the_name_that_the_rules_look_for(self) -> None:
        [file] = load(FOLDER / "prometheus.yaml")
        [job] = file["scrape_configs"]
        self.assertEqual(set(re.findall(r'job="([^"]+)"', RULES.read_text())), {job["job_name"]})
        self.assertEqual(job["authorization"], {"credentials_file": "secrets/admin-token"})
