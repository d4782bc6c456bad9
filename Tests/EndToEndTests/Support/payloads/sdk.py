"""Asks Polar's SDK about payloads."""

import typing


class SDK:
    """Asks polar-sdk whether it takes payloads."""

    def __init__(self) -> None:
        self._classes: dict[str, dict[str, type]] = {}

    def verdict(self, payload: dict) -> str:
        if "api_version" not in payload:
            return "skipped: no api_version, which the SDK requires"
        refusal = self._refusal(payload)
        return f"refused: {payload['type']}: {refusal}" if refusal else f"accepted as {payload['api_version']}"

    def _refusal(self, payload: dict) -> str | None:
        import polar.base

        try:
            polar.base.deserialize(payload, self._class(payload))
        except polar.base.PolarDeserializationError as error:
            return innermost(error.__cause__)
        return None

    def _class(self, payload: dict) -> type:
        version = payload["api_version"]
        if version not in self._classes:
            self._classes[version] = load_sdk(version)
        return self._classes[version][payload["type"]]


def innermost(error: BaseException | None) -> str:
    """What is really wrong, of errors that hold errors."""
    while inner := getattr(error, "exceptions", ()):
        error = inner[0]
    return repr(error)[:200]


def load_sdk(version: str) -> dict[str, type]:
    import importlib

    package = f"polar.v{version.replace('-', '_')}"
    mend_status(importlib.import_module(f"{package}.outputs").CustomerStateSubscription)
    payload = importlib.import_module(f"{package}.webhooks").WebhookPayload
    hints = {kind: typing.get_type_hints(kind) for kind in typing.get_args(payload)}
    return {typing.get_args(fields["type"])[0]: kind for kind, fields in hints.items()}


def mend_status(subscription: type) -> None:
    """By a clash of names, SDK 1.0.2 types this status with the values of another enum."""
    status = typing.Literal["active", "trialing"]
    subscription.__annotations__["status"] = status
    subscription.__init__.__annotations__["status"] = status
    subscription.__dataclass_fields__["status"].type = status
