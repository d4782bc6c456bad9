"""Plays Polar: signs message bodies with the Standard Webhooks reference library and posts them.

Reads one JSON object a line from standard input: `secret`, `scheme` (`text` or `base64`: how Polar makes the key of the
secret), `id`, `body` (base64) and optionally `url`. Without a URL it only asks Polar's own SDK whether it takes the
message. Prints one JSON object a line: `sdk` (what the SDK says), and with a URL `status` and `answer`; `status` is null when
nobody answers.
"""

import base64
import datetime
import http.client
import json
import sys
import typing
import urllib.error
import urllib.request

import polar.v2026_10.outputs
import polar.v2026_10.webhooks
import standardwebhooks

# SDK 1.0.2 types the status of a subscription inside `customer.state_changed` with the values of another enum, by a clash
# of names in its generator, and so refuses every real payload of that type. Everything else is checked as it is.
_subscription = polar.v2026_10.outputs.CustomerStateSubscription
_status = typing.Literal["active", "trialing"]
_subscription.__annotations__["status"] = _status
_subscription.__init__.__annotations__["status"] = _status
_subscription.__dataclass_fields__["status"].type = _status


def signed_headers(case, body):
    # Until September 2026 Polar took the text of a secret as the key; the library wants keys in base64.
    secret = case["secret"]
    if case["scheme"] == "text":
        secret = base64.b64encode(secret.encode()).decode()
    now = datetime.datetime.now(datetime.timezone.utc)
    signature = standardwebhooks.Webhook(secret).sign(case["id"], now, body.decode())
    return {
        "content-type": "application/json",
        "user-agent": "polar.sh webhooks",
        "webhook-id": case["id"],
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature,
        "webhook-api-version": "2026-10",
    }


def sdk_verdict(case, body, headers):
    try:
        polar.v2026_10.webhooks.validate_event(body, headers, case["secret"])
    except Exception as error:
        cause = error.__cause__ or error
        return f"{type(error).__name__}: {cause}"[:300]
    return "accepted"


def post(url, body, headers):
    request = urllib.request.Request(url, body, headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except (urllib.error.URLError, ConnectionError, http.client.HTTPException) as error:
        return None, type(error).__name__


for line in sys.stdin:
    case = json.loads(line)
    body = base64.b64decode(case["body"])
    headers = signed_headers(case, body)
    result = {"sdk": sdk_verdict(case, body, headers)}
    if "url" in case:
        result["status"], result["answer"] = post(case["url"], body, headers)
    print(json.dumps(result), flush=True)
