"""The page of metrics, compared with the list of those that rules and dashboard may use."""

import pathlib
import re
import subprocess
import urllib.error
import urllib.request

SERIES = re.compile(r"^([a-z_]+)(?:\{(.*)\})? ")
LABEL = re.compile(r'([a-z_]+)="')
# Only where the receiver has a certificate, a list of senders, or has read its configuration again.
OPTIONAL = {
    "polar_receiver_last_reconciliation_timestamp_seconds",
    "polar_receiver_missing_events_total",
    "polar_receiver_polar_endpoint_enabled",
    "polar_receiver_polar_failures_in_a_row",
    "polar_receiver_synthetic_states_total",
    "polar_receiver_tls_certificate_expiry_timestamp_seconds",
    "polar_receiver_unlisted_senders_total",
    "polar_receiver_configuration_last_reload_success_timestamp_seconds",
}


class Page:
    def __init__(self, port: int, token: str) -> None:
        self._address = f"http://127.0.0.1:{port}/metrics"
        request = urllib.request.Request(self._address, headers={"Authorization": f"Bearer {token}"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            self._text = answer.read()
        lines = self._text.decode().splitlines()
        self.families = dict(line.split()[2:4] for line in lines if line.startswith("# TYPE "))
        self._labels: dict[str, set[str]] = {}
        for name, labels in (match.groups("") for match in map(SERIES.match, lines) if match):
            self._labels.setdefault(name, set()).update(LABEL.findall(labels))

    def check(self, expectation: pathlib.Path) -> list[str]:
        """What is wrong with it."""
        return [*self._lint(), *self._compare(expectation), *self._knock()]

    def _lint(self) -> list[str]:
        result = subprocess.run(["promtool", "check", "metrics"], input=self._text, capture_output=True, timeout=60)
        return result.stderr.decode().splitlines() if result.returncode else []

    def _compare(self, expectation: pathlib.Path) -> list[str]:
        wrong, names = [], set()
        for line in expectation.read_text().splitlines():
            if line.startswith("#"):
                continue
            name, kind, *labels = line.split()
            names.add(name)
            if name not in self.families:
                wrong += [] if name in OPTIONAL else [f"{name} is missing"]
                continue
            sample = name + ("_count" if kind == "histogram" else "")
            found = (self.families[name], self._labels.get(sample, set()))
            if found != (kind, set(labels)) and sample in self._labels:
                wrong.append(f"{name} is {found} instead of {(kind, set(labels))}")
        return wrong + [f"{name} is in no list" for name in self.families if name not in names]

    def _knock(self) -> list[str]:
        """Without the token nobody reads it."""
        try:
            with urllib.request.urlopen(self._address, timeout=30) as answer:
                return [f"without a token the answer is {answer.status}"]
        except urllib.error.HTTPError as error:
            return [] if error.code == 401 else [f"without a token the answer is {error.code}"]
