"""Small OpenAPI documents, and the importer run as a command."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).parent.parent.parent / "Scripts"
sys.path.insert(0, str(SCRIPTS))

NULL = {"type": "null"}
STRING = {"type": "string"}
INTEGER = {"type": "integer"}


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def nullable(schema: dict) -> dict:
    return {"anyOf": [schema, NULL]}


def array(items: dict) -> dict:
    return {"type": "array", "items": items}


def model(properties: dict[str, dict], required: list[str] | None = None) -> dict:
    """An object whose fields are all required, unless the list says which."""
    return {"type": "object", "properties": properties, "required": list(properties) if required is None else required}


def choice(tag: str, **members: str) -> dict:
    """A union with a discriminator, of the members by their values."""
    mapping = {value: ref(name)["$ref"] for value, name in members.items()}
    return {
        "oneOf": [ref(name) for name in dict.fromkeys(members.values())],
        "discriminator": {"propertyName": tag, "mapping": mapping},
    }


def document(schemas: dict[str, dict], events: dict[str, dict] | None = None) -> dict:
    """A document with an event `order.paid` for the schema `Order`, unless the events say otherwise."""
    events = {"order.paid": ref("Order")} if events is None else events
    payloads = {f"Payload{at}": payload(data) for at, data in enumerate(events.values())}
    webhooks = {event: webhook(f"Payload{at}") for at, event in enumerate(events)}
    return {"webhooks": webhooks, "components": {"schemas": schemas | payloads}}


def payload(data: dict, **others: dict) -> dict:
    return model({"type": STRING, "timestamp": STRING, "api_version": STRING, "data": data, **others})


def webhook(schema: str) -> dict:
    return {"post": {"requestBody": {"content": {"application/json": {"schema": ref(schema)}}}}}


class ImporterTestCase(unittest.TestCase):
    """Runs the importer on a schema file of its own."""

    maxDiff = None

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "Schema/polar.json"

    def run_importer(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-B", str(SCRIPTS / "import-schema.py"), "--schema", str(self.file), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def import_openapi(self, state: str, document: dict) -> list[str]:
        """The lines that the importer prints."""
        return self.succeed("--state", state, "--openapi", self.write(document))

    def import_delta(self, state: str, on: str, delta: dict) -> list[str]:
        """The lines that the importer prints."""
        return self.succeed("--state", state, "--on", on, "--delta", self.write(delta))

    def succeed(self, *arguments: str) -> list[str]:
        result = self.run_importer(*arguments)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout.splitlines()

    def refuse(self, *arguments: str) -> str:
        """The sentence of a run that fails and must leave the file alone."""
        before = self.file.read_bytes() if self.file.exists() else None
        result = self.run_importer(*arguments)
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertEqual(self.file.read_bytes() if self.file.exists() else None, before)
        return result.stderr

    def write(self, document: dict) -> str:
        path = self.folder / "input.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return str(path)

    def schema(self) -> dict:
        return json.loads(self.file.read_text(encoding="utf-8"))

    def fields(self, name: str) -> dict[str, str]:
        return self.schema()["types"][name]["object"]
