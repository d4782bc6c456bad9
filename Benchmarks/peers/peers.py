"""Measures the decoders of this Python on the files of a folder, as DecodeBenchmark measures its own.

Two versions of polar-sdk cannot be installed together, so it runs once for each, with what is there.
"""

import base64
import hashlib
import hmac
import importlib.metadata
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

BATCHES = 3
SHORTEST_BATCH = 50_000_000

# With polar-sdk 1.0 the collector walks over everything about once in 128 calls; each batch is to have its share.
FEWEST_CALLS = 256

SECRET = "polar_whs_of_the_benchmark"

Decoder = Callable[[], object]


def is_installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def signed_headers(body: bytes) -> dict[str, str]:
    """The headers of a message signed now, which both versions of polar-sdk accept for some minutes."""
    timestamp = str(int(time.time()))
    signature = hmac.digest(SECRET.encode(), b".".join([b"sample", timestamp.encode(), body]), hashlib.sha256)
    return {
        "webhook-id": "sample",
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1,{base64.b64encode(signature).decode()}",
    }


def orjson_decoders(body: bytes) -> dict[str, Decoder]:
    import orjson

    return {f"orjson {orjson.__version__}": lambda: orjson.loads(body)}


def sdk_decoders(body: bytes, validate: Callable[..., object], load: Callable[[object], object]) -> dict[str, Decoder]:
    """A version of polar-sdk: what it does with a message, and the part of it that decodes."""
    name = f"polar-sdk {importlib.metadata.version('polar-sdk')}"
    headers = signed_headers(body)
    return {
        f"{name}, decoding alone": lambda: load(json.loads(body)),
        f"{name}, validate_event": lambda: validate(body, headers, SECRET),
    }


def decoders(body: bytes) -> dict[str, Decoder]:
    """The decoders by name."""
    found: dict[str, Decoder] = {}
    if is_installed("orjson"):
        found |= orjson_decoders(body)
    if is_installed("polar"):
        from polar.v2026_10 import webhooks

        found |= sdk_decoders(body, webhooks.validate_event, webhooks._load_payload)
    if is_installed("polar_sdk"):
        from polar_sdk import _webhooks as old_webhooks

        found |= sdk_decoders(body, old_webhooks.validate_event, old_webhooks.WebhookPayloadAdapter.validate_python)
    return found


def duration(decode: Decoder, calls: int) -> int:
    start = time.perf_counter_ns()
    for _ in range(calls):
        decode()
    return time.perf_counter_ns() - start


def calls_per_batch(decode: Decoder) -> int:
    """As many calls as take long enough."""
    calls = FEWEST_CALLS
    while duration(decode, calls) < SHORTEST_BATCH:
        calls *= 2
    return calls


def is_readable(decode: Decoder) -> bool:
    """Whether a decoder takes the payload, which a model of older days may not; this call warms it up as well."""
    try:
        decode()
    except Exception:
        return False
    return True


def measure(payload: str, body: bytes) -> None:
    """The batches of all decoders take turns."""
    readable = {name: decode for name, decode in decoders(body).items() if is_readable(decode)}
    batches = [(name, decode, calls_per_batch(decode)) for name, decode in readable.items()]
    for _ in range(BATCHES):
        for name, decode, calls in batches:
            nanoseconds = duration(decode, calls) / calls
            print(json.dumps({"decoder": name, "payload": payload, "nanoseconds": nanoseconds}))


if __name__ == "__main__":
    for file in sorted(Path(sys.argv[1]).glob("*.json")):
        measure(file.stem, file.read_bytes())
