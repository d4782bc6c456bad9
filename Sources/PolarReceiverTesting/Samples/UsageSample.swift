/// What a subscription has used of a meter in its period.
struct UsageSample: Sendable {
    let id: String
    let meter: MeterSample
    /// Written as a float, whole or not.
    let consumedUnits: JSONText
    let creditedUnits: Int
    let amount: Int

    static let tokens = UsageSample(
        id: "68670b3e-6217-4466-89e6-dbff3a02df29",
        meter: .tokens,
        consumedUnits: "6250000000.0",
        creditedUnits: 5_000_000_000,
        amount: 100
    )

    static let devices = UsageSample(
        id: "cda66dfe-218f-4809-b7f5-20d79723bd65",
        meter: .devices,
        consumedUnits: "1250.0",
        creditedUnits: 0,
        amount: 500_125
    )

    /// The usage in a subscription.
    var data: JSONText { "{\(members), \"meter\": \(meter.data)}" }

    /// The usage in the state of a customer.
    var summary: JSONText { "{\(members)}" }

    private var members: JSONText {
        """
        "created_at": "2026-10-14T08:16:46.000950Z",
        "modified_at": "2026-11-23T09:59:58.120000Z",
        "id": \(id),
        "consumed_units": \(consumedUnits),
        "credited_units": \(creditedUnits),
        "amount": \(amount),
        "meter_id": \(meter.id)
        """
    }
}
