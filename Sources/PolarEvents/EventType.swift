/// The name of an event, such as `order.paid`.
///
/// It is open: a name this build does not know is a value like any other.
public struct EventType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name as Polar sends it.
    public let rawValue: String

    /// Makes a type from its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name as Polar sends it.
    public var description: String { rawValue }

    /// Whether this build knows the type.
    public var isKnown: Bool { Self.known.contains(self) }

    /// The part before the dot, such as `order`.
    var family: Substring { rawValue.prefix { $0 != "." } }

    private static let known = Set(all)
}

extension EventType {
    /// Every type this build knows, by group and life cycle.
    public static let all = customerGroup + billingGroup + organizationGroup

    static let customerGroup: [EventType] = [
        .customerCreated, .customerUpdated, .customerDeleted, .customerStateChanged, .memberCreated, .memberUpdated,
        .memberDeleted,
    ]

    static let billingGroup: [EventType] = [
        .checkoutCreated, .checkoutUpdated, .checkoutExpired, .subscriptionCreated, .subscriptionUpdated,
        .subscriptionActive, .subscriptionCanceled, .subscriptionUncanceled, .subscriptionCycled,
        .subscriptionPastDue, .subscriptionRevoked, .subscriptionPaused, .subscriptionResumed, .subscriptionMigrated,
        .orderCreated, .orderUpdated, .orderPaid, .orderRefunded, .customerSeatAssigned, .customerSeatClaimed,
        .customerSeatRevoked, .refundCreated, .refundUpdated, .benefitGrantCreated, .benefitGrantUpdated,
        .benefitGrantCycled, .benefitGrantRevoked,
    ]

    static let organizationGroup: [EventType] = [
        .benefitCreated, .benefitUpdated, .productCreated, .productUpdated, .discountCreated, .discountUpdated,
        .discountDeleted, .organizationUpdated,
    ]

    // MARK: Customer events

    /// `customer.created`.
    public static let customerCreated = EventType(rawValue: "customer.created")

    /// `customer.updated`.
    public static let customerUpdated = EventType(rawValue: "customer.updated")

    /// `customer.deleted`.
    public static let customerDeleted = EventType(rawValue: "customer.deleted")

    /// `customer.state_changed`.
    public static let customerStateChanged = EventType(rawValue: "customer.state_changed")

    /// `member.created`.
    public static let memberCreated = EventType(rawValue: "member.created")

    /// `member.updated`.
    public static let memberUpdated = EventType(rawValue: "member.updated")

    /// `member.deleted`.
    public static let memberDeleted = EventType(rawValue: "member.deleted")

    // MARK: Billing events

    /// `checkout.created`.
    public static let checkoutCreated = EventType(rawValue: "checkout.created")

    /// `checkout.updated`.
    public static let checkoutUpdated = EventType(rawValue: "checkout.updated")

    /// `checkout.expired`.
    public static let checkoutExpired = EventType(rawValue: "checkout.expired")

    /// `subscription.created`.
    public static let subscriptionCreated = EventType(rawValue: "subscription.created")

    /// `subscription.updated`.
    public static let subscriptionUpdated = EventType(rawValue: "subscription.updated")

    /// `subscription.active`.
    public static let subscriptionActive = EventType(rawValue: "subscription.active")

    /// `subscription.canceled`.
    public static let subscriptionCanceled = EventType(rawValue: "subscription.canceled")

    /// `subscription.uncanceled`.
    public static let subscriptionUncanceled = EventType(rawValue: "subscription.uncanceled")

    /// `subscription.cycled`.
    public static let subscriptionCycled = EventType(rawValue: "subscription.cycled")

    /// `subscription.past_due`.
    public static let subscriptionPastDue = EventType(rawValue: "subscription.past_due")

    /// `subscription.revoked`.
    public static let subscriptionRevoked = EventType(rawValue: "subscription.revoked")

    /// `subscription.paused`.
    public static let subscriptionPaused = EventType(rawValue: "subscription.paused")

    /// `subscription.resumed`.
    public static let subscriptionResumed = EventType(rawValue: "subscription.resumed")

    /// `subscription.migrated`.
    public static let subscriptionMigrated = EventType(rawValue: "subscription.migrated")

    /// `order.created`.
    public static let orderCreated = EventType(rawValue: "order.created")

    /// `order.updated`.
    public static let orderUpdated = EventType(rawValue: "order.updated")

    /// `order.paid`.
    public static let orderPaid = EventType(rawValue: "order.paid")

    /// `order.refunded`.
    public static let orderRefunded = EventType(rawValue: "order.refunded")

    /// `customer_seat.assigned`.
    public static let customerSeatAssigned = EventType(rawValue: "customer_seat.assigned")

    /// `customer_seat.claimed`.
    public static let customerSeatClaimed = EventType(rawValue: "customer_seat.claimed")

    /// `customer_seat.revoked`.
    public static let customerSeatRevoked = EventType(rawValue: "customer_seat.revoked")

    /// `refund.created`.
    public static let refundCreated = EventType(rawValue: "refund.created")

    /// `refund.updated`.
    public static let refundUpdated = EventType(rawValue: "refund.updated")

    /// `benefit_grant.created`.
    public static let benefitGrantCreated = EventType(rawValue: "benefit_grant.created")

    /// `benefit_grant.updated`.
    public static let benefitGrantUpdated = EventType(rawValue: "benefit_grant.updated")

    /// `benefit_grant.cycled`.
    public static let benefitGrantCycled = EventType(rawValue: "benefit_grant.cycled")

    /// `benefit_grant.revoked`.
    public static let benefitGrantRevoked = EventType(rawValue: "benefit_grant.revoked")

    // MARK: Organization events

    /// `benefit.created`.
    public static let benefitCreated = EventType(rawValue: "benefit.created")

    /// `benefit.updated`.
    public static let benefitUpdated = EventType(rawValue: "benefit.updated")

    /// `product.created`.
    public static let productCreated = EventType(rawValue: "product.created")

    /// `product.updated`.
    public static let productUpdated = EventType(rawValue: "product.updated")

    /// `discount.created`.
    public static let discountCreated = EventType(rawValue: "discount.created")

    /// `discount.updated`.
    public static let discountUpdated = EventType(rawValue: "discount.updated")

    /// `discount.deleted`.
    public static let discountDeleted = EventType(rawValue: "discount.deleted")

    /// `organization.updated`.
    public static let organizationUpdated = EventType(rawValue: "organization.updated")
}
