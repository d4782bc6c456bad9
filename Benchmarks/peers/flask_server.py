"""A Flask application that verifies messages with Polar's SDK, as Polar's documentation has it; gunicorn runs it."""

import os

from flask import Flask, request
from polar.v2026_10.webhooks import PolarWebhookVerificationError, validate_event

SECRET = os.environ["POLAR_WEBHOOK_SECRET"]

app = Flask(__name__)


@app.post("/webhooks/polar")
def receive() -> tuple[dict[str, str], int]:
    try:
        validate_event(request.get_data(), dict(request.headers), SECRET)
    except PolarWebhookVerificationError:
        return {"error": "refused"}, 403
    return {"result": "accepted"}, 202
