"""One keep-alive connection of Polar's, and what it signs."""

import dataclasses
import datetime
import http.client
import json
import time
from collections.abc import Callable, Sequence

import standardwebhooks

from .event import Event

SECRET = "whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE="
PATH = "/webhooks/polar"
# Polar's own.
TIMEOUT = 10


@dataclasses.dataclass(frozen=True)
class Answer:
    """What the receiver said; no status where the connection broke."""

    status: int | None
    text: str
    retry_after: str | None = None
    seconds: float = 0

    @property
    def is_success(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def result(self) -> str:
        """`accepted`, `duplicate`, `retrying`; else why not."""
        if self.status is None:
            return self.text
        members = json.loads(self.text)
        return str(members.get("result") or members.get("error"))


class Connection:
    """Opened with the first request, and again after one that failed."""

    def __init__(self, host: str, port: int) -> None:
        # What events are signed with, each with all of them.
        self.secrets: Sequence[str] = [SECRET]
        self._connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)

    def post(self, event: Event, pause: float = 0) -> Answer:
        """Sends an event; rests in the middle of its body where a pause is given."""

        def write() -> None:
            self._connection.putrequest("POST", PATH)
            for name, value in _headers(event, self.secrets).items():
                self._connection.putheader(name, value)
            self._connection.endheaders()
            middle = len(event.body) // 2 if pause else 0
            self._connection.send(event.body[:middle])
            time.sleep(pause)
            self._connection.send(event.body[middle:])

        return self._exchange(write)

    def post_chunked(self, event: Event) -> Answer:
        """Sends an event in chunks."""
        headers = _headers(event, self.secrets)
        del headers["content-length"]
        headers["transfer-encoding"] = "chunked"
        chunks = (event.body[start : start + 1_000] for start in range(0, len(event.body), 1_000))
        return self._exchange(lambda: self._connection.request("POST", PATH, chunks, headers, encode_chunked=True))

    def get(self, path: str) -> Answer:
        return self._exchange(lambda: self._connection.request("GET", path))

    def _exchange(self, write: Callable[[], None]) -> Answer:
        start = time.monotonic()
        try:
            write()
            response = self._connection.getresponse()
            text = response.read().decode()
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            return Answer(None, type(error).__name__)
        return Answer(response.status, text, response.headers["retry-after"], time.monotonic() - start)

    def close(self) -> None:
        self._connection.close()


def _headers(event: Event, secrets: Sequence[str]) -> dict[str, str]:
    now = datetime.datetime.now(datetime.timezone.utc)
    signatures = [standardwebhooks.Webhook(secret).sign(event.id, now, event.body.decode()) for secret in secrets]
    return {
        "content-type": "application/json",
        "content-length": str(len(event.body)),
        "user-agent": "polar.sh webhooks",
        "webhook-id": event.id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
        "webhook-api-version": "2026-10",
    }
