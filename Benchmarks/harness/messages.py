"""Signed messages in files: whole requests in `PATH.bin`, a line about each in `PATH.tsv`; see `peers/messages.h`."""

import base64
import hashlib
import hmac
import json
import os
import random
import time
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

# A text that is no base64, so that it stands for one key and every server computes one HMAC for a message.
SECRET = "polar_whs_of_the_benchmark"

CUSTOMERS = 1_000_000
API_VERSION = "2026-10"

Headers = list[tuple[str, str]]


def uuid_text(number: int) -> str:
    return str(uuid.UUID(int=number, version=4))


def bodies(sample: bytes) -> Iterator[tuple[bytes, str]]:
    """The sample as orders of their own, each of some customer; with the customer's id."""
    data = json.loads(sample)["data"]
    order, customer = data["id"].encode(), data.get("customer_id", data["id"]).encode()
    while True:
        own = uuid_text(random.randrange(CUSTOMERS))
        new = uuid_text(random.getrandbits(128))
        yield sample.replace(order, new.encode()).replace(customer, own.encode()), own


def signed_headers(webhook_id: str, body: bytes, secret: str = SECRET, age: int = 0) -> Headers:
    """As they are stored, in that order; signed some seconds ago."""
    timestamp = str(int(time.time()) - age)
    signature = hmac.digest(secret.encode(), f"{webhook_id}.{timestamp}.".encode() + body, hashlib.sha256)
    return [
        ("webhook-timestamp", timestamp),
        ("webhook-signature", f"v1,{base64.b64encode(signature).decode()}"),
        ("webhook-api-version", API_VERSION),
        ("content-type", "application/json"),
        ("user-agent", "polar.sh webhooks"),
    ]


def request_head(webhook_id: str, headers: Headers, body: bytes) -> bytes:
    fields = [("host", "127.0.0.1"), ("webhook-id", webhook_id), *headers, ("content-length", str(len(body)))]
    lines = ["POST /webhooks/polar HTTP/1.1", *(f"{name}: {value}" for name, value in fields), "", ""]
    return "\r\n".join(lines).encode()


def microseconds(text: str) -> int:
    date = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (date - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(microseconds=1)


def write_messages(sample: bytes, count: int, path: Path, unsigned: Headers | None = None) -> None:
    """Writes messages that are signed now, and waits until the disk has them: later it has other things to do.

    The unsigned headers are sent too, and stored by nobody.
    """
    envelope = json.loads(sample)
    known = [envelope["type"], microseconds(envelope["timestamp"]), envelope.get("api_version", API_VERSION)]
    offset = 0
    with open(f"{path}.bin", "wb") as requests, open(f"{path}.tsv", "w") as lines:
        for _, (body, customer) in zip(range(count), bodies(sample)):
            webhook_id = uuid_text(random.getrandbits(128))
            headers = signed_headers(webhook_id, body)
            head = request_head(webhook_id, headers + (unsigned or []), body)
            size = requests.write(head + body)
            stored = json.dumps(headers, separators=(",", ":"))
            fields = [offset, len(head), size, webhook_id, *known, f"customer:{customer}", stored]
            print(*fields, sep="\t", file=lines)
            offset += size
        for file in (requests, lines):
            file.flush()
            os.fsync(file.fileno())
