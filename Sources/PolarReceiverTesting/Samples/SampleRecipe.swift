import Foundation

/// How the sample of one event type is made.
struct SampleRecipe: Sendable {
    let type: String
    /// Members beside `data` that only this type has.
    var topLevelMembers: JSONText?
    let data: @Sendable () -> JSONText

    func envelope(timestamp: Date) -> JSONText {
        """
        {
            "type": \(type),
            "timestamp": \(timestamp.polarText),
            "api_version": "2026-10",
            "data": \(data())
            \(topLevelMembers ?? "")
        }
        """
    }
}

extension SampleRecipe {
    /// One sample per event type, in the order of Polar's documentation.
    static let all: [SampleRecipe] = [customer, billing, organization].flatMap(\.self)

    private static let customer = [
        CustomerSample.events, CustomerStateSample.events, MemberSample.events,
    ].flatMap(\.self)

    private static let billing = [
        CheckoutSample.events, SubscriptionSample.events, OrderSample.events, CustomerSeatSample.events,
        RefundSample.events, BenefitGrantSample.events,
    ].flatMap(\.self)

    private static let organization = [
        BenefitSample.events, ProductSample.events, DiscountSample.events, OrganizationSample.events,
    ].flatMap(\.self)
}
