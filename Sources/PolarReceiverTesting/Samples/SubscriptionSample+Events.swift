extension SubscriptionSample {
    static let events = [
        SampleRecipe(type: "subscription.created") { trialing.data },
        SampleRecipe(type: "subscription.updated") { shrinkingTeam.data },
        SampleRecipe(type: "subscription.active") { SubscriptionSample().data },
        SampleRecipe(type: "subscription.canceled") { canceled.data },
        SampleRecipe(type: "subscription.uncanceled") {
            SubscriptionSample(modifiedAt: "2026-11-21T07:00:00Z").data
        },
        SampleRecipe(type: "subscription.cycled") { SubscriptionSample().data },
        SampleRecipe(type: "subscription.past_due") { pastDue.data },
        SampleRecipe(type: "subscription.revoked") { revoked.data },
        SampleRecipe(type: "subscription.paused") { paused.data },
        SampleRecipe(type: "subscription.resumed") { resumed.data },
        SampleRecipe(type: "subscription.migrated", topLevelMembers: provider) { migrated.data },
    ]

    static let trialing = SubscriptionSample(
        status: "trialing",
        modifiedAt: nil,
        periodStart: "2026-10-14T08:16:45.302000Z",
        periodEnd: "2026-10-28T08:16:45.302000Z"
    )

    /// A team that has asked for fewer seats from the next period on.
    static let shrinkingTeam = SubscriptionSample(
        id: SampleID.teamSubscription,
        product: .team,
        prices: ProductSample.team.prices,
        customer: .team,
        discount: .education,
        checkoutID: SampleID.teamCheckout,
        meters: [],
        pendingUpdate: """
            {
                "created_at": "2026-11-20T10:58:00.770000Z",
                "modified_at": null,
                "id": "06ae39a7-04c8-4e1a-99e1-79a483c4737d",
                "applies_at": "2026-11-28T08:16:45.302000Z",
                "product_id": null,
                "seats": 8,
                "units": null
            }
            """,
        customFieldData: #"{"desks": 14, "start_date": "2026-11-02T00:00:00", "trade": "design"}"#,
        amount: 6000,
        seats: 12,
        trialStart: nil,
        trialEnd: nil
    )

    static let canceled = SubscriptionSample(
        modifiedAt: "2026-11-20T18:05:31.000007Z",
        cancelsAtPeriodEnd: true,
        canceledAt: "2026-11-20T18:05:30.999000Z",
        endsAt: "2026-11-28T08:16:45.302000Z",
        cancellationReason: "too_expensive",
        cancellationComment: "Merci, c’était très utile – à bientôt !"
    )

    static let pastDue = SubscriptionSample(
        status: "past_due",
        pastDueAt: "2026-10-28T08:17:20.600000Z"
    )

    static let revoked = SubscriptionSample(
        status: "canceled",
        modifiedAt: "2026-11-28T08:17:00.015000Z",
        cancelsAtPeriodEnd: true,
        canceledAt: "2026-11-20T18:05:30.999000Z",
        endsAt: "2026-11-28T08:16:45.302000Z",
        endedAt: "2026-11-28T08:16:45.302000Z",
        cancellationReason: "too_expensive"
    )

    static let paused = SubscriptionSample(
        status: "paused",
        modifiedAt: "2026-11-28T08:17:00.015000Z",
        pausedAt: "2026-11-28T08:16:45.302000Z",
        resumesAt: "2027-02-01T00:00:00Z"
    )

    static let resumed = SubscriptionSample(
        discount: .summer,
        modifiedAt: "2027-02-01T00:00:04.080000Z",
        periodStart: "2027-02-01T00:00:00Z",
        periodEnd: "2027-03-01T00:00:00Z"
    )

    /// A subscription that was billed elsewhere before, in a currency of large numbers.
    static let migrated = SubscriptionSample(
        id: SampleID.storageSubscription,
        product: .storage,
        prices: [.storageRupiah, .devicesRupiah],
        customer: .team,
        discount: nil,
        checkoutID: nil,
        meters: [UsageSample.devices.data],
        customFieldData: "{}",
        amount: 3_750_000_000,
        currency: "idr",
        recurringInterval: "year",
        units: 25,
        createdAt: "2026-11-18T02:00:00.340000Z",
        modifiedAt: "2026-11-19T02:00:00.730000Z",
        startedAt: "2025-11-19T02:00:00Z",
        periodStart: "2026-11-19T02:00:00Z",
        periodEnd: "2027-11-19T02:00:00Z",
        trialStart: nil,
        trialEnd: nil
    )

    private static let provider: JSONText = """
        , "provider": "stripe", "provider_subscription_id": "sub_1ExampleOfTheShop"
        """
}
