"""Writes Tests/Fixtures/signatures/verification-table.jsonl.

The table holds signed messages, good and bad, with the verdicts of two libraries: `standardwebhooks` 1.1.0 and
`polar-sdk` 1.0.2 from PyPI. Both really run; only their clock is fixed. VerificationTableTests compares our verifier.

    make-verification-table.py            writes the table
    make-verification-table.py --check    compares the file with what would be written; 1 when it differs

One case a line:

    category, name      what the case shows
    secrets             the texts configured; a library accepts a message when it does so with any of them
    headers             [name, value] pairs in the order received
    text or base64      the body
    now                 the clock, in Unix seconds
    standardwebhooks,   "accepted", or the class of the exception that the first secret raises
    polar_sdk

Both libraries take the headers as a `dict`, so a server must make one of the list it received. `dict(pairs)` stands for
that here: of two headers with one spelling the last value wins at the place of the first. The libraries then lower the
names, and of two spellings the later wins. They have no other way to see a doubled header.

A body is passed as bytes. polar-sdk decodes JSON only after it has verified, so an error about the JSON or the type
counts as accepted. Everything is deterministic: no clock, no random numbers.
"""

import base64
import binascii
import contextlib
import datetime
import hashlib
import hmac
import itertools
import json
import math
import pathlib
import sys
from unittest import mock

import polar.webhooks
import standardwebhooks.webhooks

TABLE = pathlib.Path(__file__).parent.parent / "Tests/Fixtures/signatures/verification-table.jsonl"

NOW = 1_795_428_000
TOLERANCE = 300
ID = "5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f"
BODY = (
    '{"type":"customer.updated","timestamp":"2026-11-23T10:00:00.123456Z",'
    '"api_version":"2026-10","data":{"name":"Zoë"}}'
).encode()
NAMES = ("webhook-id", "webhook-timestamp", "webhook-signature")

POLAR_OLDEST = "Schlüssel für Zoë, 2024"
POLAR_WHS = "polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE"
POLAR_WHSEC = "whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE"
POLAR_STANDARD = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
POLAR_SECRETS = (POLAR_OLDEST, POLAR_WHS, POLAR_WHSEC, POLAR_STANDARD)


def encoded(byte_count: int) -> str:
    return base64.b64encode(bytes(range(byte_count))).decode()


# Every shape of secret that Polar made, and others that a user may configure.
SECRETS = {
    "typed by a user": POLAR_OLDEST,
    "polar_whs_": POLAR_WHS,
    "whsec_ without padding": POLAR_WHSEC,
    "whsec_ with padding": POLAR_STANDARD,
    "hex": "0123456789abcdef" * 4,
    "UUID": "c6ad2d1e-73e8-4e27-9b1f-0a1b2c3d4e5f",
    "one word": "sesame",
    "one letter": "s",
    "base64 without prefix": encoded(32),
    "base64 without prefix and padding": encoded(32).rstrip("="),
    "half of the padding lost": "whsec_" + encoded(16)[:-1],
    "24 bytes": "whsec_" + encoded(24),
    "64 bytes": "whsec_" + encoded(64),
    "65 bytes": "whsec_" + encoded(65),
    "200 bytes": "whsec_" + encoded(200),
    "16 bytes": "whsec_" + encoded(16),
    "15 bytes": "whsec_" + encoded(15),
    "3 bytes": "whsec_AAEC",
    "1 byte": "whsec_AA==",
    "prefix only": "whsec_",
    "prefix twice": "whsec_" + POLAR_WHSEC,
    "prefix in capitals": "WHSEC_" + encoded(32),
    "URL-safe alphabet": "whsec_" + base64.urlsafe_b64encode(bytes(range(224, 256))).decode(),
    "standard alphabet": "whsec_" + base64.b64encode(bytes(range(224, 256))).decode(),
    "in quotes": f'"{POLAR_STANDARD}"',
    "line feed at the end": POLAR_STANDARD + "\n",
    "space inside": POLAR_STANDARD[:20] + " " + POLAR_STANDARD[20:],
    "bits left over": "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=",
}

BODIES = {
    "customer.updated": BODY,
    "no body": b"",
    "an empty object": b"{}",
    "not JSON": b"order.paid",
    "full stops": b"...",
    "CRLF and NUL": b"{\r\n\0}\r\n",
    "byte order mark": b"\xef\xbb\xbf{}",
    "not UTF-8": b'{"name":"Zo\xeb"}',
}


def decoded_key(secret: str) -> bytes | None:
    """The key by Standard Webhooks' rule, read strictly but for the padding; None when it is not base64."""
    text = secret.removeprefix("whsec_")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def keys_of(secret: str) -> dict[str, bytes]:
    """Every key that some library may make of a secret."""
    keys = {"text": secret.encode(), "base64": decoded_key(secret)}
    with contextlib.suppress(binascii.Error, ValueError):
        keys["base64 read loosely"] = base64.b64decode(secret.removeprefix("whsec_") + "==")
    distinct = {}
    for rule, key in keys.items():
        if key is not None and key not in distinct.values():
            distinct[rule] = key
    return distinct


def polar_key(secret: str) -> bytes:
    return decoded_key(secret) if secret == POLAR_STANDARD else secret.encode()


def signature(key: bytes, message_id: str, timestamp: str, body: bytes) -> str:
    content = b".".join([message_id.encode(), timestamp.encode(), body])
    return base64.b64encode(hmac.digest(key, content, "sha256")).decode()


def signed(key: bytes, message_id: str = ID, timestamp: str = str(NOW), body: bytes = BODY) -> list[list[str]]:
    values = (message_id, timestamp, "v1," + signature(key, message_id, timestamp, body))
    return [list(pair) for pair in zip(NAMES, values)]


def replaced(headers: list[list[str]], name: str, value: str) -> list[list[str]]:
    return [[key, value if key == name else old] for key, old in headers]


def message(category, name, secrets, headers, body=BODY, now=NOW) -> dict:
    secrets = [secrets] if isinstance(secrets, str) else list(secrets)
    return {"category": category, "name": name, "secrets": secrets, "headers": headers, "body": body, "now": now}


# The cases, one generator for each category.


def good():
    for (shape, secret), (kind, body) in itertools.product(SECRETS.items(), BODIES.items()):
        for rule, key in keys_of(secret).items():
            yield message("good", f"{shape}, key by {rule}, {kind}", secret, signed(key, body=body), body)
    for secret, size in itertools.product(POLAR_SECRETS, (55, 56, 63, 64, 65, 1000, 20_000)):
        body = (b"0123456789abcdef" * (size // 16 + 1))[:size]
        yield message("good", f"{size} bytes", secret, signed(polar_key(secret), body=body), body)
    for secret, message_id in itertools.product(
        POLAR_SECRETS, ("1", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "a.b", "Zoë", "a b")
    ):
        yield message("good", f"id {message_id}", secret, signed(polar_key(secret), message_id))


def forged():
    for secret in ("whsec_", "", "sesame", POLAR_STANDARD):
        yield message("forged", f"signed with an empty key, secret {secret!r}", secret, signed(b""))
    for secret in POLAR_SECRETS:
        yield message("forged", "signed with the prefix", secret, signed(b"whsec_"))
        yield message("forged", "signed with another secret", secret, signed(b"another secret"))
        yield message("forged", "signed with the id", secret, signed(ID.encode()))
        headers = signed(polar_key(secret))
        content = b".".join([BODY, str(NOW).encode(), ID.encode()])
        swapped = base64.b64encode(hmac.digest(polar_key(secret), content, "sha256")).decode()
        yield message("forged", "parts in another order", secret, replaced(headers, NAMES[2], "v1," + swapped))
        hexadecimal = base64.b64decode(headers[2][1][3:]).hex()
        yield message("forged", "signature in hex", secret, replaced(headers, NAMES[2], "v1," + hexadecimal))
        plain = base64.b64encode(hashlib.sha256(polar_key(secret)).digest()).decode()
        yield message("forged", "digest of the key", secret, replaced(headers, NAMES[2], "v1," + plain))


def altered_texts(text: str):
    """The text with each character changed, taken out and doubled, and a foreign one before each."""
    for index, character in enumerate(text):
        other = chr(ord(character) ^ 1)
        yield f"character {index} changed", text[:index] + other + text[index + 1 :]
        yield f"character {index} taken out", text[:index] + text[index + 1 :]
        yield f"foreign character before {index}", text[:index] + "*" + text[index:]


def altered():
    for secret in POLAR_SECRETS[1:]:
        headers = signed(polar_key(secret))
        for name, value in headers:
            for change, text in altered_texts(value):
                yield message("altered", f"{name}, {change}", secret, replaced(headers, name, text))
        for index in range(len(BODY)):
            body = BODY[:index] + bytes([BODY[index] ^ 1]) + BODY[index + 1 :]
            yield message("altered", f"body, byte {index} changed", secret, headers, body)
    headers = signed(polar_key(POLAR_WHS))
    for index in range(len(BODY)):
        yield message("altered", f"body, byte {index} taken out", POLAR_WHS, headers, BODY[:index] + BODY[index + 1 :])
    for suffix in (b"\n", b" ", b"\0", b"}"):
        yield message("altered", f"body, {suffix!r} appended", POLAR_WHS, headers, BODY + suffix)


def missing():
    for secret, absent in itertools.product(POLAR_SECRETS, itertools.product((False, True), repeat=3)):
        headers = signed(polar_key(secret))
        names = [name for name, is_absent in zip(NAMES, absent) if is_absent]
        if not names:
            continue
        rest = [pair for pair in headers if pair[0] not in names]
        yield message("missing", f"without {', '.join(names)}", secret, rest)
        blank = [[name, "" if name in names else value] for name, value in headers]
        yield message("missing", f"empty {', '.join(names)}", secret, blank)
        foreign = [[name.replace("webhook", "svix"), value] for name, value in headers if name in names]
        yield message("missing", f"renamed {', '.join(names)}", secret, rest + foreign)


def doubled():
    wrong = {NAMES[0]: "another", NAMES[1]: str(NOW - 1), NAMES[2]: "v1," + "A" * 43 + "="}
    for secret, name in itertools.product(POLAR_SECRETS, NAMES):
        headers = signed(polar_key(secret))
        right = dict(headers)[name]
        for spelling in (name, name.title(), name.upper()):
            after = {"right, right": [right, right], "wrong, right": [wrong[name], right]}
            after |= {"right, wrong": [right, wrong[name]], "empty, right": ["", right], "right, empty": [right, ""]}
            for order, (first, second) in after.items():
                pairs = replaced(headers, name, first) + [[spelling, second]]
                yield message("doubled", f"{name}, then {spelling}: {order}", secret, pairs)
        thrice = replaced(headers, name, wrong[name]) + [[name.upper(), wrong[name]], [name, right]]
        yield message("doubled", f"{name} three times in two spellings", secret, thrice)


def padded():
    forms = {
        "space before": " {}",
        "space after": "{} ",
        "spaces around": "  {}  ",
        "tab before": "\t{}",
        "tab after": "{}\t",
        "line feed after": "{}\n",
        "NUL after": "{}\0",
        "no-break space before": "\u00a0{}",
    }
    for secret, name, (form, pattern) in itertools.product(POLAR_SECRETS, NAMES, forms.items()):
        headers = signed(polar_key(secret))
        value = pattern.format(dict(headers)[name])
        yield message("padded", f"{name}, {form}", secret, replaced(headers, name, value))
    for secret, (form, pattern) in itertools.product(POLAR_SECRETS, forms.items()):
        yield message("padded", f"id signed with {form}", secret, signed(polar_key(secret), pattern.format(ID)))


def case_changed():
    spellings = {
        "title": str.title,
        "upper": str.upper,
        "first letter": str.capitalize,
        "swapped": lambda name: name.title().swapcase(),
        "Kelvin sign": lambda name: name.replace("k", "\u212a"),
        "dotless i": lambda name: name.replace("i", "\u0131"),
        "underscore": lambda name: name.replace("-", "_"),
        "space after the name": lambda name: name + " ",
    }
    for secret, (form, spelling) in itertools.product(POLAR_SECRETS, spellings.items()):
        headers = signed(polar_key(secret))
        yield message("case", f"all names, {form}", secret, [[spelling(name), value] for name, value in headers])
        for changed in NAMES:
            pairs = [[spelling(name) if name == changed else name, value] for name, value in headers]
            yield message("case", f"{changed}, {form}", secret, pairs)
    for secret in POLAR_SECRETS:
        headers = signed(polar_key(secret))
        yield message("case", "id in capitals", secret, replaced(headers, NAMES[0], ID.upper()))
        yield message("case", "signature in capitals", secret, replaced(headers, NAMES[2], headers[2][1].upper()))
        yield message("case", "version in capitals", secret, replaced(headers, NAMES[2], "V" + headers[2][1][1:]))
        for order in itertools.permutations(headers):
            others = [["host", "localhost"], *order, ["webhook-api-version", "2026-10"]]
            yield message("case", f"order {', '.join(pair[0] for pair in order)}", secret, others)


def tolerance():
    offsets = [0, 1, 2, 60, 150, 298, 299, 300, 301, 302, 303, 600, 3600, 86_400, 31_536_000]
    for secret, offset, sign in itertools.product(POLAR_SECRETS, offsets, (1, -1)):
        headers = signed(polar_key(secret), timestamp=str(NOW + sign * offset))
        yield message("tolerance", f"{sign * offset} s", secret, headers)
    for now, offset in itertools.product((0, 1, 300, 301, 2**31 - 1, 2**31, 2**32, 2**33), (-301, -300, 0, 300, 301)):
        if now + offset >= 0:
            headers = signed(polar_key(POLAR_WHS), timestamp=str(now + offset))
            yield message("tolerance", f"{offset} s, clock at {now}", POLAR_WHS, headers, now=now)


def timestamp_forms():
    forms = [
        f"{NOW}.0",
        f"{NOW}.5",
        f"{NOW}.",
        f"{NOW + 300}.5",
        f"{NOW - 300}.5",
        f"{NOW - 301}.9",
        f"+{NOW}",
        f"-{NOW}",
        f"0{NOW}",
        f"{NOW:020d}",
        "1.795428e9",
        "1795428E3",
        "1_795_428_000",
        f" {NOW}",
        f"{NOW} ",
        f"{NOW}\t",
        f"\n{NOW}",
        "".join(chr(0x660 + int(digit)) for digit in str(NOW)),
        "".join(chr(0xFF10 + int(digit)) for digit in str(NOW)),
        hex(NOW),
        oct(NOW),
        "0",
        "-0",
        "-1",
        "-",
        "+",
        ".",
        "nan",
        "inf",
        "-inf",
        "infinity",
        "1e999",
        "now",
        "None",
        "2026-11-23T10:00:00Z",
        str(NOW * 1000),
        str(2**63 - 1),
        str(2**63),
        str(2**64),
        str(2**64 + NOW),
        str(-(2**63)),
        "9" * 20,
        "9" * 400,
        f"{NOW},{NOW}",
        f"{NOW};",
        f"{NOW}s",
        f"{NOW}\0",
    ]
    for secret, form in itertools.product(POLAR_SECRETS, forms):
        key = polar_key(secret)
        yield message("timestamp", f"{form[:32]!r}, signed as sent", secret, signed(key, timestamp=form))
        try:
            floored = str(math.floor(float(form)))
        except (ValueError, OverflowError):
            continue
        if floored != form and len(floored) < 32:
            headers = replaced(signed(key, timestamp=floored), NAMES[1], form)
            yield message("timestamp", f"{form[:32]!r}, signed as {floored}", secret, headers)


def several_signatures():
    for secret in POLAR_SECRETS:
        headers = signed(polar_key(secret))
        right = dict(headers)[NAMES[2]]
        for name, value in signature_lists(right):
            yield message("several", name, secret, replaced(headers, NAMES[2], value))


def signature_lists(right: str):
    wrong = "v1," + "A" * 43 + "="
    other = "v1a," + base64.b64encode(bytes(64)).decode()
    code = right.removeprefix("v1,")
    for position in range(20):
        yield f"{position} wrong ones before", " ".join([wrong] * position + [right])
    yield "15 before, 4 after", " ".join([wrong] * 15 + [right] + [wrong] * 4)
    for before, after in itertools.product(("", wrong, other, "v2," + code, f"{wrong} {other}"), repeat=2):
        yield f"{before[:6]!r} before, {after[:6]!r} after", " ".join(filter(None, [before, right, after]))
    for separator in ("  ", "\t", ",", ", ", ";", "\n", "\u00a0", "    "):
        yield f"separated by {separator!r}, first", separator.join([right, wrong])
        yield f"separated by {separator!r}, last", separator.join([wrong, right])
    for entry in ("v1", "v1,", ",", "v1,*", "v1,A", "v1,AAAA", "v1,====", "nonsense", "v1,a,b", "v1 ," + code):
        yield f"{entry[:8]!r} before", f"{entry} {right}"
        yield f"{entry[:8]!r} after", f"{right} {entry}"
        yield f"{entry[:8]!r} alone", entry
    for version in ("v1a,", "v2,", "v0,", "v11,", "v,", "1,", "", "v1=", "v1:", "v1.", "v01,", "v1,,", "v1, "):
        yield f"as {version!r}", version + code
    yield "without padding", right.rstrip("=")
    yield "padding doubled", right + "="
    yield "padding with another bit", right[:-2] + chr(ord(right[-2]) ^ 1) + "="
    yield "URL-safe alphabet", right.replace("+", "-").replace("/", "_")
    yield "doubled text", right + code
    yield "one byte less", "v1," + base64.b64encode(base64.b64decode(code)[:-1]).decode()
    yield "one byte more", "v1," + base64.b64encode(base64.b64decode(code) + b"\0").decode()
    yield "twice", f"{right} {right}"


def rotated():
    for count in (2, 3, 4):
        for secrets in itertools.permutations(POLAR_SECRETS, count):
            for index in range(count):
                name = f"{count} secrets, signed with number {index}"
                yield message("rotated", name, secrets, signed(polar_key(secrets[index])))
    for secrets in itertools.permutations(POLAR_SECRETS, 2):
        yield message("rotated", "signed with a retired secret", [secrets[1]], signed(polar_key(secrets[0])))
        headers = signed(polar_key(secrets[0]))
        both = headers[2][1] + " " + signed(polar_key(secrets[1]))[2][1]
        for secret in secrets:
            yield message("rotated", "signed with both", secret, replaced(headers, NAMES[2], both))
        yield message("rotated", "the same secret twice", [secrets[0]] * 2, headers)
    for secret in POLAR_SECRETS:
        yield message("rotated", "an empty one before", ["", secret], signed(polar_key(secret)))
        yield message("rotated", "no secret", [], signed(polar_key(secret)))


CATEGORIES = (
    good,
    forged,
    altered,
    missing,
    doubled,
    padded,
    case_changed,
    tolerance,
    timestamp_forms,
    several_signatures,
    rotated,
)


# The verdicts.


class FixedDatetime(datetime.datetime):
    """The clock of standardwebhooks, which it reads as `datetime.now`."""

    seconds = NOW

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(cls.seconds, tz)


def ask_standardwebhooks(secret: str, headers: dict[str, str], body: bytes) -> None:
    standardwebhooks.webhooks.Webhook(secret).verify(body, headers, json_parse=False)


def ask_polar_sdk(secret: str, headers: dict[str, str], body: bytes) -> None:
    try:
        polar.webhooks.validate_event(body, headers, secret, frozenset(), lambda data: data)
    except polar.webhooks.PolarWebhookUnknownTypeError:
        return
    except polar.webhooks.PolarWebhookError as error:
        if not isinstance(error.__cause__, json.JSONDecodeError):
            raise


def verdict(ask, case: dict) -> str:
    refusals = []
    for secret in case["secrets"]:
        try:
            ask(secret, dict(map(tuple, case["headers"])), case["body"])
            return "accepted"
        except Exception as error:  # The libraries let many kinds through; the table shows which.
            refusals.append(type(error).__name__)
    return refusals[0] if refusals else "no secret"


def judged(case: dict) -> dict:
    FixedDatetime.seconds = case["now"]
    with (
        mock.patch("standardwebhooks.webhooks.datetime", FixedDatetime),
        mock.patch("polar.webhooks.time.time", return_value=case["now"]),
    ):
        return case | {
            "standardwebhooks": verdict(ask_standardwebhooks, case),
            "polar_sdk": verdict(ask_polar_sdk, case),
        }


def line(case: dict) -> str:
    body = case.pop("body")
    try:
        case["text"] = body.decode()
    except UnicodeDecodeError:
        case["base64"] = base64.b64encode(body).decode()
    return json.dumps(case, ensure_ascii=True, separators=(",", ":")) + "\n"


def table() -> str:
    cases = itertools.chain.from_iterable(category() for category in CATEGORIES)
    return "".join(line(judged(case)) for case in cases)


def main() -> int:
    if sys.argv[1:] == ["--check"]:
        if TABLE.exists() and TABLE.read_text(encoding="ascii") == table():
            return 0
        print(f"{TABLE.name} is not what the libraries say; run Scripts/make-verification-table.py.", file=sys.stderr)
        return 1
    if sys.argv[1:]:
        print("usage: make-verification-table.py [--check]", file=sys.stderr)
        return 64
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(table(), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
