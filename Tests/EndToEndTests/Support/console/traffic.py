"""What a browser has requested, what came back, and what it says about that in its log."""

import collections.abc
import urllib.parse

# Of every page, script, style and picture of the console.
FIELDS = {"x-content-type-options": "nosniff", "cache-control": "no-store", "referrer-policy": "same-origin"}

_POLICY = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]


class Traffic:
    def __init__(self, events: list[dict], log: list[dict]) -> None:
        self._log = log
        self._requests = [event["params"]["request"]["url"] for event in events if _is(event, "requestWillBeSent")]
        self.responses = [event["params"]["response"] for event in events if _is(event, "responseReceived")]

    def problems(self, origin: str, allowed: collections.abc.Collection[int] = ()) -> list[str]:
        """What is wrong, where only `origin` may be asked, and only answers of an allowed status be logged."""
        return [*self._strangers(origin), *self._fields(), *self.logged(allowed)]

    def _strangers(self, origin: str) -> list[str]:
        return [f"origin: the page asks for {url}" for url in self._requests if not url.startswith(origin + "/")]

    def _fields(self) -> list[str]:
        wrong = []
        for response in self.responses:
            fields = {name.lower(): value for name, value in response["headers"].items()}
            path = urllib.parse.urlsplit(response["url"]).path
            wrong += [f"header: {path} has no {name}" for name, value in FIELDS.items() if fields.get(name) != value]
            wrong += [f"header: {path}: {problem}" for problem in _policy_problems(fields)]
        return wrong

    def logged(self, allowed: collections.abc.Collection[int] = ()) -> list[str]:
        """Warnings and errors of the browser, but for those that tell of an allowed status."""
        known = [f"the server responded with a status of {status} " for status in allowed]
        # The others are hints to the authors of pages.
        lines = [entry["message"] for entry in self._log if entry["level"] in ("WARNING", "SEVERE")]
        return [f"log: {line[:300]}" for line in lines if not any(text in line for text in known)]


def _policy_problems(fields: dict[str, str]) -> list[str]:
    policy = fields.get("content-security-policy", "")
    missing = [part for part in _POLICY if part not in policy]
    unsafe = [word for word in ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "data:", "*") if word in policy]
    return [f"the policy has no {part}" for part in missing] + [f"the policy allows {word}" for word in unsafe]


def _is(event: dict, name: str) -> bool:
    return event["method"] == "Network." + name
