// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// An event of the group billing.
@nonexhaustive public indirect enum BillingEvent: Equatable, Sendable {
    /// A `checkout.…` event.
    case checkout(CheckoutEvent)

    /// A `subscription.…` event.
    case subscription(SubscriptionEvent)

    /// A `order.…` event.
    case order(OrderEvent)

    /// A `customer_seat.…` event.
    case customerSeat(CustomerSeatEvent)

    /// A `refund.…` event.
    case refund(RefundEvent)

    /// A `benefit_grant.…` event.
    case benefitGrant(BenefitGrantEvent)
}
