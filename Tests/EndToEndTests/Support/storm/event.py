"""Events as Polar sends them, small ones of several types."""

import dataclasses
import json
import random
import uuid
from collections.abc import Callable

JSON = dict[str, object]

# So many that several lanes are busy at once, so few that each has a queue.
CUSTOMERS = 200
ORGANIZATION = "78e37097-ce3e-4ff5-9c11-9d90b7d00fe4"
CREATED = "2026-10-01T09:00:00Z"
MODIFIED = "2026-11-20T10:50:00.125000Z"


@dataclasses.dataclass(frozen=True)
class Event:
    id: str
    body: bytes


def make_events(count: int, seed: int) -> list[Event]:
    """Distinct events; the same seed makes the same ones."""
    dice = random.Random(seed)
    customers = [_id(dice) for _ in range(CUSTOMERS)]
    return [_event(dice, dice.choice(customers)) for _ in range(count)]


def _event(dice: random.Random, customer: str) -> Event:
    kind = dice.choice(list(_DATA))
    body = {
        "type": kind,
        "timestamp": f"2026-11-25T09:{dice.randrange(60):02}:{dice.randrange(60):02}.{dice.randrange(10**6):06}Z",
        "api_version": "2026-10",
        "data": _DATA[kind](dice, customer),
    }
    return Event(_id(dice), json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode())


def _id(dice: random.Random) -> str:
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))


def _customer(dice: random.Random, customer: str) -> JSON:
    return {
        "id": customer,
        "created_at": CREATED,
        "modified_at": MODIFIED,
        "metadata": {"segment": "studio", "employees": dice.randrange(1_000)},
        "external_id": None,
        "email": "atelier@example.com",
        "email_verified": True,
        "type": "team",
        "name": "Atelier Crème Brûlée",
        "billing_name": None,
        "billing_address": {
            "line1": "3 rue de l’Église", "line2": None, "postal_code": "69002", "city": "Lyon", "state": None,
            "country": "FR",
        },
        "tax_id": ["FRAB123456789", "eu_vat"],
        "locale": "fr-FR",
        "organization_id": ORGANIZATION,
        "default_payment_method_id": None,
        "deleted_at": None,
        "avatar_url": f"https://avatars.example.com/{customer}.png",
    }


def _member(dice: random.Random, customer: str) -> JSON:
    return {
        "id": _id(dice),
        "created_at": CREATED,
        "modified_at": MODIFIED,
        "customer_id": customer,
        "email": "soren@example.com",
        "name": "Søren Fiktiv",
        "external_id": None,
        "role": dice.choice(["member", "billing_manager", "owner"]),
    }


def _refund(dice: random.Random, customer: str) -> JSON:
    return {
        "created_at": CREATED,
        "modified_at": None,
        "id": _id(dice),
        "metadata": {"goodwill": True, "note": "très déçue"},
        "status": "pending",
        "reason": "customer_request",
        "amount": dice.randrange(1, 100_000),
        "tax_amount": 0,
        "currency": "eur",
        "organization_id": ORGANIZATION,
        "order_id": _id(dice),
        "subscription_id": None,
        "customer_id": customer,
        "revoke_benefits": False,
        "dispute": None,
    }


def _discount(dice: random.Random, _: str) -> JSON:
    return {
        "id": _id(dice),
        "name": "Écoles et universités",
        "code": None,
        "type": "percentage",
        "duration": "forever",
        "basis_points": dice.randrange(1, 10_000),
        "created_at": CREATED,
        "modified_at": MODIFIED,
        "metadata": {"campaign": "herbst"},
        "starts_at": None,
        "ends_at": None,
        "max_redemptions": None,
        "max_redemptions_per_customer": 1,
        "redemptions_count": 0,
        "organization_id": ORGANIZATION,
        "products": [],
    }


_DATA: dict[str, Callable[[random.Random, str], JSON]] = {
    "customer.created": _customer,
    "customer.updated": _customer,
    "member.created": _member,
    "member.updated": _member,
    "member.deleted": _member,
    "refund.created": _refund,
    "discount.updated": _discount,
}
