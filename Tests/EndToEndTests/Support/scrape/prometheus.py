"""A Prometheus of its own, configured as the example says."""

import json
import pathlib
import shutil
import socket
import subprocess
import types
import urllib.parse
import urllib.request

import yaml
from storm.receiver import Failure, await_true


class Prometheus:
    def __init__(self, folder: pathlib.Path, target: int, token: str, example: pathlib.Path) -> None:
        self._folder = folder / "prometheus"
        shutil.copytree(example, self._folder)
        (self._folder / "secrets").mkdir()
        (self._folder / "secrets/admin-token").write_text(token)
        self._configure(target)
        self._port = _free_port()
        options = ["--config.file=prometheus.yaml", "--storage.tsdb.path=data"]
        with open(self._folder / "log", "wb") as log:
            self._process = subprocess.Popen(
                ["prometheus", *options, f"--web.listen-address=127.0.0.1:{self._port}"],
                cwd=self._folder,
                stdout=log,
                stderr=log,
            )

    def _configure(self, target: int) -> None:
        file = self._folder / "prometheus.yaml"
        document = yaml.safe_load(file.read_text())
        document["global"] = {"scrape_interval": "2s", "evaluation_interval": "200ms", "scrape_timeout": "2s"}
        document["scrape_configs"][0]["static_configs"] = [{"targets": [f"127.0.0.1:{target}"]}]
        file.write_text(yaml.safe_dump(document))

    def __enter__(self) -> "Prometheus":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: types.TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()

    def await_scrape(self) -> tuple[int, int]:
        """How many series it has read, and how many rules it has evaluated without an error."""
        await_true(lambda: self._number('up{job="polar-receiver"}') == 1, "Prometheus has read the metrics")
        await_true(lambda: all(rule["health"] == "ok" for rule in self._rules()), "every rule is evaluated")
        # A scrape that comes late on a busy machine leaves a gap.
        await_true(lambda: self._number("polar_receiver_store_up") == 1, "the store is up")
        return self._number('count({__name__=~"(polar_receiver|process)_.+"})'), len(self._rules())

    def _number(self, expression: str) -> int:
        result = self._ask(f"query?query={urllib.parse.quote(expression)}").get("result", [])
        return int(float(result[0]["value"][1])) if result else 0

    def _rules(self) -> list[dict[str, str]]:
        groups = self._ask("rules").get("groups", [])
        return [rule for group in groups for rule in group["rules"]] or [{"health": "unknown"}]

    def _ask(self, what: str) -> dict[str, list]:
        if self._process.poll() is not None:
            raise Failure(f"Prometheus has ended: {(self._folder / 'log').read_text()[-500:]}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/api/v1/{what}", timeout=30) as answer:
                return json.load(answer)["data"]
        except OSError:
            return {}  # It does not listen yet.


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
