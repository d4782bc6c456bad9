"""The values that payloads are made of."""

import itertools
import re

from .literals import JSON, Number, read

VERSIONS: dict[str, list[str | None]] = {
    "2026-08": [None],
    "2026-11": ["2026-04", "2026-10"],
    "2027-01": ["2027-01"],
}
STATES = {version: state for state, versions in VERSIONS.items() for version in versions}

INTEGERS = [0, -1, 1, 42, 1999, 2**31 - 1, 2**31, -(2**31) - 1, 2**53 + 1, 2**63 - 1, -(2**63)]
INT32 = (-(2**31), 2**31 - 1)
# The only bounds that Polar documents.
INTEGER_BOUNDS: dict[str, tuple[int, int]] = {
    "BenefitLicenseKeyExpirationProperties.ttl": (1, 2**63 - 1),
    "CustomFieldDateProperties.ge": INT32,
    "CustomFieldDateProperties.le": INT32,
    "CustomFieldNumberProperties.ge": INT32,
    "CustomFieldNumberProperties.le": INT32,
    "CustomFieldTextProperties.max_length": (0, 2**31 - 1),
    "CustomFieldTextProperties.min_length": (0, 2**31 - 1),
    "FilterClause.value": INT32,
    "ProductPriceSeatTier.max_seats": (1, 2**63 - 1),
    "ProductPriceSeatTier.min_seats": (1, 2**63 - 1),
    "ProductPriceSeatTier.price_per_seat": (0, 2**63 - 1),
}
LONGEST = {
    "BenefitSlackSharedChannelProperties.channel_name_template": 80,
    "BenefitSlackSharedChannelProperties.welcome_message": 4000,
    "FilterClause.value": 1000,
    "OrganizationSocialLink.url": 2083,
}
NEVER_EMPTY = re.compile(
    r"CustomField\w+Properties\.(form_\w+|options)|CustomFieldSelectOption\.\w+|ProductPriceSeatTiers\.tiers"
    r"|BenefitSlackSharedChannelProperties\.channel_name_template|OrganizationSocialLink\.url"
)
# Maps whose keys are ids, and enum values that a place does not have; the schema file knows neither.
UUID_KEYS = {"BenefitDownloadablesProperties.archived", "Checkout.prices"}
NEVER = {"OrganizationSubscriptionSettings.proration_behavior": {"reset"}}

FLOATS = [
    "10.0",
    "0.0",
    "-0.0",
    "12.5",
    "-3.141592653589793",
    "1e+22",
    "1e-7",
    "5e-324",
    "1.7976931348623157e308",
    "123456789012345.67",
    "0.1",
    "100000000000000000000.0",
]
NUMBERS = FLOATS + ["0", "3", "-7", "4503599627370497"]
HUGE = [10**30, -(10**30), 2**63, -(2**63) - 1, 2**64]

DECIMALS = ["0.500000000000", "100", ".5", "-0.0", "0", "+1.25", "00012.50", "5.", "99999.999999999999", "-12"]

SECONDS = [
    "1970-01-01T00:00:00",
    "1999-12-31T23:59:59",
    "2000-02-29T12:00:00",
    "2024-02-29T23:59:59",
    "2026-08-22T08:15:30",
    "2038-01-19T03:14:08",
    "2100-02-28T23:59:59",
    "9999-12-30T23:59:59",
]
FRACTIONS = ["", ".123", ".000001", ".999999", ".654321"]
ZONES = ["Z", "+02:00", "-05:30", "+00:00"]
TIMESTAMPS = ["".join(parts) for parts in itertools.product(SECONDS, FRACTIONS, ZONES)]
LAST_YEAR = 9998

# A few of the 249; the schema file does not list them.
COUNTRIES = ["AD", "AX", "BQ", "CH", "DE", "FR", "GB", "IN", "JP", "NO", "US", "ZW"]

WORDS = ["invoice", "Pro plan", "usd", "zoe@example.com", "https://example.com/a?b=c&d=%20", "10.0.0.1", "2026-10"]
AWKWARD_TEXTS = [
    "",
    " ",
    "Zoë Müller-Ångström",
    "日本語のテキスト",
    "🙂👩‍👩‍👧‍👦🏳️‍🌈",
    "𝒳 \U0010ffff",
    "line\u2028paragraph\u2029",
    "delete\u007f, next line\u0085",
    "e\u0301 and é, o\u0308\u0323",
    'a "quoted" one',
    "back\\slash, \\u0041, \\n",
    "line\nfeed, tab\t, return\r",
    "\b\f\u0001\u001b\u001f",
    "\ufeffmark, \u200b, \u202eright to left",
    "\ufffd\ufffe\uffff",
    "</script><!-- & -->",
    "null",
    "true",
    "1.0",
    "{}",
    "2026-08-22T08:15:30.123Z",
    "ﷺ﷽",
    "n̴̵̶̷̸̡̢̧̨ᷠ",
]
LONG_TEXT = "long text, größer als üblich 🙂 " * 100
TEXTS = WORDS * 4 + AWKWARD_TEXTS + [LONG_TEXT]

KEYS = [
    "plan",
    "snake_case_key",
    "camelCaseKey",
    "with space",
    "naïve",
    "日本",
    "🙂",
    'quo"te',
    "back\\slash",
    "line\nfeed",
    "\u2028\u007f",
    "type",
    "id",
    "null",
    "0",
    "-1",
    "a.b[c]",
    "__proto__",
    "k" * 40,
]
# Equal for Unicode's canonical equivalence, different for Polar.
TWIN_KEYS = ["é", "e\u0301"]
# Three values that careless readers take for one.
ONES: list[JSON] = [Number("1"), Number("1.0"), True]

ANYTHING: list[JSON] = [
    None,
    False,
    Number("0"),
    Number("1.0"),
    Number(str(10**30)),
    "text",
    [],
    {},
    [None, [Number("1"), [True, "e\u0301"]]],
    {"deep": {"er": [{"est": None}, Number("1e-7")]}, "": "empty key"},
    read(b"[" * 50 + b"]" * 50),
]

# What a scalar may be: metadata, and fields that allow less or more.
SCALARS = ("string", "integer", "float", "boolean")
NARROW_SCALARS = {
    "customer_metadata": ("string", "integer", "boolean"),
    "custom_field_data": ("string", "integer", "boolean", "timestamp", "null"),
    "value": ("string", "integer", "boolean"),
}


def scalar_kinds(place: str) -> tuple[str, ...]:
    return NARROW_SCALARS.get(place.partition(".")[2].removesuffix("{}"), SCALARS)
