"""A target on a bad day."""

import random
import threading

import standardwebhooks

FAILURES = ["hangs", "resets", "resets_halfway", "breaks", "too_many", "moved", "garbage", "drips"]


class Storm:
    """Fails some first attempts of each message, and takes the next one; checks signatures if it has a secret."""

    def __init__(self, secret):
        self._plans = {}
        self._taken = {}
        self._lock = threading.Lock()
        self._webhook = None
        if secret:
            self._webhook = standardwebhooks.Webhook(secret)

    def next_answer(self, request):
        message = request.headers["webhook-id"]
        with self._lock:
            plan = self._plans.setdefault(message, self._plan(message))
            # Half of the messages are taken by a server that closes connections when the client may use them again.
            return plan.pop(0) if plan else random.Random(message).choice(["takes", "closes"])

    def count_taken(self, request, answer):
        """How many different messages are taken at this path, with this one if it is."""
        taken = self._taken.setdefault(request.path, set())
        if answer in ("takes", "closes"):
            taken.add(request.headers.get("webhook-id"))
        return len(taken)

    def _plan(self, message):
        numbers = random.Random(message)
        return numbers.choices(FAILURES, k=numbers.choice([0, 0, 1, 1, 2]))

    def verify(self, request):
        if self._webhook is None:
            return
        try:
            self._webhook.verify(request.body, request.headers)
            request.is_verified = True
        except (standardwebhooks.WebhookVerificationError, ValueError):
            pass
