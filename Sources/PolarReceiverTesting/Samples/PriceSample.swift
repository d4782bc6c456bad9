/// A price of a product.
struct PriceSample: Sendable {
    let id: String
    let productID: String
    let amountType: String
    var currency = "eur"
    var recurringInterval: String?
    /// The members that depend on the amount type.
    let amountMembers: JSONText

    var data: JSONText {
        """
        {
            "created_at": "2026-05-04T12:00:00.000123Z",
            "modified_at": null,
            "id": \(id),
            "source": "catalog",
            "amount_type": \(amountType),
            "price_currency": \(currency),
            "tax_behavior": "exclusive",
            "is_archived": false,
            "product_id": \(productID),
            "type": \(recurringInterval == nil ? "one_time" : "recurring"),
            "recurring_interval": \(recurringInterval),
            \(amountMembers)
        }
        """
    }
}

extension PriceSample {
    static let pro = PriceSample(
        id: SampleID.proPrice,
        productID: SampleID.proProduct,
        amountType: "fixed",
        recurringInterval: "month",
        amountMembers: #""price_amount": 1500"#
    )

    static let tokens = PriceSample(
        id: SampleID.tokenPrice,
        productID: SampleID.proProduct,
        amountType: "metered_unit",
        recurringInterval: "month",
        amountMembers: """
            "unit_amount": "0.000000080000",
            "cap_amount": 50000,
            "meter_id": \(SampleID.tokenMeter),
            "meter": \(MeterSample.tokens.summary)
            """
    )

    static let seats = PriceSample(
        id: SampleID.seatPrice,
        productID: SampleID.teamProduct,
        amountType: "seat_based",
        recurringInterval: "month",
        amountMembers: """
            "seat_tiers": {
                "seat_tier_type": "volume",
                "tiers": [
                    {"min_seats": 1, "max_seats": 9, "price_per_seat": 1200},
                    {"min_seats": 10, "max_seats": null, "price_per_seat": 1000}
                ],
                "minimum_seats": 1,
                "maximum_seats": null
            },
            "price_per_seat": 1200
            """
    )

    static let storage = PriceSample(
        id: SampleID.storagePrice,
        productID: SampleID.storageProduct,
        amountType: "unit_based",
        recurringInterval: "year",
        amountMembers: unitMembers(unitAmounts: "9000", "7950.5")
    )

    static let storageRupiah = PriceSample(
        id: SampleID.storageRupiahPrice,
        productID: SampleID.storageProduct,
        amountType: "unit_based",
        currency: "idr",
        recurringInterval: "year",
        amountMembers: unitMembers(unitAmounts: "170000000", "150000000")
    )

    static let devices = PriceSample(
        id: SampleID.devicePrice,
        productID: SampleID.storageProduct,
        amountType: "metered_tiers",
        recurringInterval: "year",
        amountMembers: deviceMembers(unitAmount: "0.125")
    )

    static let devicesRupiah = PriceSample(
        id: SampleID.deviceRupiahPrice,
        productID: SampleID.storageProduct,
        amountType: "metered_tiers",
        currency: "idr",
        recurringInterval: "year",
        amountMembers: deviceMembers(unitAmount: "2000.5")
    )

    /// A price from before products had the interval.
    static let classic = PriceSample(
        id: SampleID.classicPrice,
        productID: SampleID.classicProduct,
        amountType: "fixed",
        recurringInterval: "month",
        amountMembers: #""price_amount": 900, "legacy": true"#
    )

    static let icons = PriceSample(
        id: SampleID.iconsPrice,
        productID: SampleID.iconsProduct,
        amountType: "custom",
        amountMembers: """
            "minimum_amount": 500,
            "maximum_amount": null,
            "preset_amount": 2900
            """
    )

    private static func deviceMembers(unitAmount: String) -> JSONText {
        """
        "tiers": {
            "type": "graduated",
            "tiers": [
                {"bound": 1000, "unit_amount": "0"},
                {"bound": null, "unit_amount": \(unitAmount)}
            ]
        },
        "cap_amount": null,
        "meter_id": \(SampleID.deviceMeter),
        "meter": \(MeterSample.devices.summary)
        """
    }

    private static func unitMembers(unitAmounts first: String, _ second: String) -> JSONText {
        """
        "tiers": {
            "type": "volume",
            "tiers": [
                {"bound": 10, "unit_amount": \(first)},
                {"bound": null, "unit_amount": \(second)}
            ]
        },
        "minimum_units": 1,
        "maximum_units": 500,
        "unit_label": {
            "de": {"=1": "Terabyte", "other": "Terabyte"},
            "en": {"=1": "terabyte", "other": "terabytes"}
        }
        """
    }
}
