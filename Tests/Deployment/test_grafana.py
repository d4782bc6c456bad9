import json
import tempfile
from itertools import combinations
from pathlib import Path

import metrics
import yaml
from support import DEPLOY, ToolTestCase

WIDTH = 24
# What Grafana puts in for its variables.
VALUES = {"$__rate_interval": "1m", "$job": ".*", "$instance": ".*"}


class DashboardTests(ToolTestCase):
    def setUp(self) -> None:
        self.dashboard = json.loads((DEPLOY / "grafana/dashboard.json").read_text())
        self.panels = self.dashboard["panels"]
        self.expressions = [target["expr"] for panel in self.panels for target in panel.get("targets", [])]

    def test_uses_metrics_that_there_are(self) -> None:
        for expression in self.expressions:
            self.assertEqual(metrics.faults(expression), [], expression)

    def test_shows_every_metric_that_matters(self) -> None:
        """All but the one of which another says more."""
        used = set().union(*(metrics.NAME.findall(expression) for expression in self.expressions))
        unused = {name.removesuffix("_bucket") for name in metrics.known() if not name.endswith(("_sum", "_count"))}
        unused -= {name.removesuffix("_bucket") for name in used}
        self.assertEqual(
            unused,
            {
                "polar_receiver_configuration_last_reload_success_timestamp_seconds",
                "polar_receiver_endpoint_consecutive_refusals",
                "process_start_time_seconds",
                "process_virtual_memory_bytes",
            },
        )

    def test_has_expressions_that_prometheus_understands(self) -> None:
        texts = []
        for text in self.expressions:
            for variable, value in VALUES.items():
                text = text.replace(variable, value)
            self.assertNotIn("$", text)
            texts.append(text)
        group = [{"record": f"test:panel{index}", "expr": text} for index, text in enumerate(texts)]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "rules.yaml"
            file.write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": group}]}))
            output = self.check_tool("promtool", "check", "rules", file, package="prometheus")
        self.assertIn(f"{len(texts)} rules found", output)

    def test_selects_the_receiver_everywhere(self) -> None:
        for expression in self.expressions:
            selected = expression.count('{job=~"$job", instance=~"$instance"')
            self.assertEqual(selected, len(metrics.NAME.findall(expression)), expression)

    def test_lets_the_data_source_be_chosen(self) -> None:
        names = [variable["name"] for variable in self.dashboard["templating"]["list"]]
        self.assertEqual(names, ["datasource", "job", "instance"])
        for panel in self.panels:
            for part in [panel, *panel.get("targets", [])]:
                if panel["type"] != "row":
                    self.assertEqual(part["datasource"], {"type": "prometheus", "uid": "${datasource}"})

    def test_panels_do_not_overlap(self) -> None:
        for panel in self.panels:
            place = panel["gridPos"]
            self.assertLessEqual(place["x"] + place["w"], WIDTH, panel["title"])
        for one, other in combinations(self.panels, 2):
            self.assertFalse(self.overlap(one["gridPos"], other["gridPos"]), f"{one['title']}, {other['title']}")

    def test_leaves_no_gaps(self) -> None:
        places = [panel["gridPos"] for panel in self.panels]
        height = max(place["y"] + place["h"] for place in places)
        self.assertEqual(sum(place["w"] * place["h"] for place in places), WIDTH * height)

    def test_panels_have_titles_and_numbers_of_their_own(self) -> None:
        self.assertEqual(len({panel["id"] for panel in self.panels}), len(self.panels))
        self.assertTrue(all(panel["title"] for panel in self.panels))

    def overlap(self, one: dict, other: dict) -> bool:
        across = one["x"] < other["x"] + other["w"] and other["x"] < one["x"] + one["w"]
        down = one["y"] < other["y"] + other["h"] and other["y"] < one["y"] + one["h"]
        return across and down
