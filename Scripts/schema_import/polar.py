"""What Polar's documents do not say, or say in a way of their own; a new document may need a line here."""

# The families of events, in the groups of Polar's API reference; only for a schema file that does not exist yet.
GROUPS = {
    "customer": ["customer", "member"],
    "billing": ["checkout", "subscription", "order", "customer_seat", "refund", "benefit_grant"],
    "organization": ["benefit", "product", "discount", "organization"],
}

# The members that every payload has; the schema file does not list them.
ENVELOPE = ("type", "timestamp", "api_version")

# Enums and unions that have no name, by the field they stand in. Others are called object + field: `MeterAggregation`.
INLINE_NAMES = {
    "BenefitGitHubRepositoryProperties.permission": "GitHubRepositoryPermission",
    "BenefitGrantGitHubRepositoryProperties.permission": "GitHubRepositoryPermission",
    "BenefitLicenseKeyExpirationProperties.timeframe": "LicenseKeyTimeframe",
    "CustomerStateBenefitGrant.properties": "BenefitGrantProperties",
    "Filter.clauses": "FilterTerm",
    "Order.discount": "DiscountBase",
    "OrganizationSubscriptionSettings.proration_behavior": "SubscriptionProrationBehavior",
    "Subscription.discount": "DiscountBase",
}

# Types that have another name in a document than in the schema file. FastAPI adds the suffix where input differs.
NAMES = {
    "ProductPriceSeatTiers-Output": "ProductPriceSeatTiers",
    "ProductPriceSeatTiersOutput": "ProductPriceSeatTiers",
}

# Unions that are taken into another one: their members come first there, and only with this field present.
MERGED_UNIONS = {"LegacyRecurringProductPrice": ("ProductPrice", "legacy")}

# Unions without a discriminator that a tag further inside tells apart.
PATH_TAGS = {"BenefitGrantWebhook": "benefit.type"}

# Unions without a discriminator whose members have one field each that the others lack.
PRESENCE_TAGS = {"FilterTerm": {"FilterClause": "property", "Filter": "conjunction"}}

# Unions without a discriminator that `type` and `duration` tell apart; the names of the members say both.
DISCOUNT_UNIONS = ("Discount", "DiscountBase", "CheckoutDiscount")

# Unions that the tag beside the field tells apart, as in the union of the objects that hold the same members.
SIBLING_TAGS = {"BenefitGrantProperties": ("^benefit_type", "BenefitGrantWebhook", "properties")}

# Types that the SDK's differences name and that are no news.
DELTA_NOISE = (
    "Status",  # two enums of one name in SDK 1.0.2: it gives subscriptions the values of license keys
    "WebhookPayload",  # the union of all payloads; the payloads themselves are read
)
