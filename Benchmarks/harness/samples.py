"""The small event of the benchmarks; the receiver prints the large one."""

import json

SHOP = "0f1c6a52-8b7d-4c0e-9a34-5d2b7e61f083"
CUSTOMER = "7b0e2d94-13c5-4f6a-8e21-c94f5a7d3b60"

ADDRESS = {
    "line1": "Lange Gasse 7",
    "line2": None,
    "postal_code": "99084",
    "city": "Erfurt",
    "state": None,
    "country": "DE",
}

NOTES = {
    "source": "newsletter",
    "campaign": "autumn",
    "note": "Bought before under another address, and asked for one invoice a year.",
    "referrer": "https://shop.example.com/collections/autumn?utm_source=newsletter&utm_medium=mail",
}


def small_sample() -> bytes:
    """A customer.created of about 1 kB, with all that Polar's own SDK asks for."""
    customer = {
        "id": CUSTOMER,
        "created_at": "2026-10-02T09:21:14.532011Z",
        "modified_at": None,
        "metadata": NOTES,
        "external_id": "user_20993",
        "email": "customer@example.com",
        "email_verified": True,
        "type": "individual",
        "name": "Karla Beispiel",
        "billing_name": "Karla Beispiel",
        "billing_address": ADDRESS,
        "tax_id": None,
        "locale": "de-DE",
        "organization_id": SHOP,
        "default_payment_method_id": None,
        "deleted_at": None,
        "first_user_event_at": None,
        "avatar_url": "https://www.gravatar.com/avatar/4f64c9f81bb0d4ee969aaf7b4a5a6f40c1d5ad7b6a2f6e8d?d=404",
    }
    event = {
        "type": "customer.created",
        "timestamp": "2026-10-02T09:21:14.701233Z",
        "api_version": "2026-10",
        "data": customer,
    }
    return json.dumps(event, separators=(",", ":")).encode()
