"""The files of the deployment, and the tools that check them."""

import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"


def load(path: Path) -> list[dict]:
    """The documents of a YAML file."""
    return [document for document in yaml.safe_load_all(path.read_text()) if document]


def documented_keys() -> set[str]:
    """The keys that config/receiver.yaml describes, in a comment or not, without the sections that they are in."""
    text = (ROOT / "config/receiver.yaml").read_text()
    return set(re.findall(r"^[ #]*([a-z][a-z0-9_]*):", text, re.MULTILINE))


class ToolTestCase(unittest.TestCase):
    """Tests with a program of the system, which fail where it is missing."""

    def run_tool(self, *command: str | Path, package: str, **environment: str) -> subprocess.CompletedProcess:
        """Runs a program; `package` is what Debian has it in."""
        if not shutil.which(command[0]):
            self.fail(f"{command[0]} is missing; install Debian's package {package}.")
        settings = {"capture_output": True, "text": True, "timeout": 300}
        return subprocess.run(command, env=os.environ | {"LC_ALL": "C.UTF-8"} | environment, **settings)

    def check_tool(self, *command: str | Path, package: str, **environment: str) -> str:
        """What a program prints that has to succeed."""
        result = self.run_tool(*command, package=package, **environment)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout
