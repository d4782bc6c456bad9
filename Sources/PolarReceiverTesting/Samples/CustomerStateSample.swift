/// Everything a customer has at one moment.
enum CustomerStateSample {
    static let events = [
        SampleRecipe(type: "customer.state_changed") { data }
    ]

    private static var data: JSONText {
        """
        {
            \(CustomerSample.individual.members),
            "active_subscriptions": [\(subscription)],
            "granted_benefits": \(grants.map(granted)),
            "active_meters": [\(meter)]
        }
        """
    }

    private static let grants: [BenefitGrantSample] = [.licenseKeys, .tokenCredit, .discord]

    private static let subscription: JSONText = """
        {
            "id": \(SampleID.proSubscription),
            "created_at": "2026-10-14T08:16:45.310200Z",
            "modified_at": "2026-10-28T08:16:50.442000Z",
            "custom_field_data": {"nickname": "Zoë ✨", "beta_programme": true},
            "metadata": {"campaign": "frühling", "score": 10.0, "invoice_by_post": false},
            "status": "active",
            "amount": 1200,
            "currency": "eur",
            "recurring_interval": "month",
            "current_period_start": "2026-10-28T08:16:45.302000Z",
            "current_period_end": "2026-11-28T08:16:45.302000Z",
            "trial_start": "2026-10-14T08:16:45.302000Z",
            "trial_end": "2026-10-28T08:16:45.302000Z",
            "cancel_at_period_end": false,
            "canceled_at": null,
            "started_at": "2026-10-14T08:16:45.302000Z",
            "ends_at": null,
            "product_id": \(SampleID.proProduct),
            "price_id": \(SampleID.proPrice),
            "discount_id": \(SampleID.welcomeDiscount),
            "seats": null,
            "units": null,
            "meters": [\(UsageSample.tokens.summary)]
        }
        """

    private static let meter: JSONText = """
        {
            "created_at": "2026-10-14T08:17:02Z",
            "modified_at": "2026-11-23T09:59:58.120000Z",
            "id": "2c400ef8-e7ea-4282-b4bb-1c9369a79308",
            "meter_id": \(SampleID.tokenMeter),
            "consumed_units": 6250000000.0,
            "credited_units": 5000000000,
            "balance": -1250000000.0
        }
        """

    private static func granted(_ grant: BenefitGrantSample) -> JSONText {
        """
        {
            "created_at": "2026-10-14T08:17:01.750000Z",
            "modified_at": \(grant.modifiedAt),
            "id": \(grant.id),
            "granted_at": \(grant.grantedAt),
            "benefit_id": \(grant.benefit.id),
            "benefit_type": \(grant.benefit.type),
            "benefit_metadata": \(grant.benefit.metadata),
            "properties": \(grant.benefit.type == "meter_credit" ? "{}" : grant.properties)
        }
        """
    }
}
