/// A discount code of the shop.
struct DiscountSample: Sendable {
    let id: String
    let name: String
    let code: String?
    let type: String
    let duration: String
    /// The members that depend on type and duration.
    let amountMembers: JSONText
    var maximumRedemptions: Int?
    var redemptions = 0
    var products: [ProductSample] = []
    var modifiedAt: String?

    /// The discount of a discount event.
    var data: JSONText {
        "{\(members), \"products\": \(products.map(\.summary))}"
    }

    /// The discount in orders and subscriptions.
    var summary: JSONText { "{\(members)}" }

    /// The discount as the checkout shows it.
    var checkoutData: JSONText { "{\(offerMembers)}" }

    private var members: JSONText {
        """
        \(offerMembers),
        "created_at": "2026-09-01T00:00:00Z",
        "modified_at": \(modifiedAt),
        "metadata": {"campaign": "herbst", "share": 0.5},
        "starts_at": "2026-09-01T00:00:00Z",
        "ends_at": null,
        "max_redemptions": \(maximumRedemptions),
        "max_redemptions_per_customer": 1,
        "redemptions_count": \(redemptions),
        "organization_id": \(SampleID.organization)
        """
    }

    private var offerMembers: JSONText {
        """
        "id": \(id),
        "name": \(name),
        "code": \(code),
        "type": \(type),
        "duration": \(duration),
        \(amountMembers)
        """
    }
}

extension DiscountSample {
    static let welcome = DiscountSample(
        id: SampleID.welcomeDiscount,
        name: "Schöner Anfang",
        code: "WOLKE20",
        type: "percentage",
        duration: "repeating",
        amountMembers: #""basis_points": 2000, "duration_in_months": 3"#,
        redemptions: 41,
        products: [.pro]
    )

    static let voucher = DiscountSample(
        id: "5c68f927-2df8-4291-bd8e-f71514dc5f85",
        name: "Gutschein",
        code: "MERCI5",
        type: "fixed",
        duration: "once",
        amountMembers: #""amount": 500, "currency": "eur", "amounts": {"eur": 500, "usd": 550}"#,
        maximumRedemptions: 100,
        products: [.pro, .icons]
    )

    static let education = DiscountSample(
        id: "d1b50d4d-a48b-41b0-9646-c919526e410c",
        name: "Écoles et universités",
        code: nil,
        type: "percentage",
        duration: "forever",
        amountMembers: #""basis_points": 5000"#,
        redemptions: 7,
        modifiedAt: "2026-11-02T13:00:00.070000Z"
    )

    static let summer = DiscountSample(
        id: "6a673f23-8c23-40ae-a16b-1800be3e5ec3",
        name: "Sommeraktion",
        code: "SOMMER",
        type: "fixed",
        duration: "repeating",
        amountMembers: """
            "amount": 300,
            "currency": "eur",
            "amounts": {"eur": 300},
            "duration_in_months": 6
            """,
        redemptions: 250,
        modifiedAt: "2026-11-22T08:00:00.009000Z"
    )

    static let events = [
        SampleRecipe(type: "discount.created") { voucher.data },
        SampleRecipe(type: "discount.updated") { education.data },
        SampleRecipe(type: "discount.deleted") { summer.data },
    ]
}
