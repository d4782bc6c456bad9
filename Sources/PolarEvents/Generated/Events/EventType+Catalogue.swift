// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension EventType {
    /// `customer.created`.
    public static let customerCreated = EventType(rawValue: "customer.created")

    /// `customer.deleted`.
    public static let customerDeleted = EventType(rawValue: "customer.deleted")

    /// `customer.state_changed`.
    public static let customerStateChanged = EventType(rawValue: "customer.state_changed")

    /// `customer.updated`.
    public static let customerUpdated = EventType(rawValue: "customer.updated")

    /// `member.created`.
    public static let memberCreated = EventType(rawValue: "member.created")

    /// `member.deleted`.
    public static let memberDeleted = EventType(rawValue: "member.deleted")

    /// `member.updated`.
    public static let memberUpdated = EventType(rawValue: "member.updated")

    /// `checkout.created`.
    public static let checkoutCreated = EventType(rawValue: "checkout.created")

    /// `checkout.expired`.
    public static let checkoutExpired = EventType(rawValue: "checkout.expired")

    /// `checkout.updated`.
    public static let checkoutUpdated = EventType(rawValue: "checkout.updated")

    /// `subscription.active`.
    public static let subscriptionActive = EventType(rawValue: "subscription.active")

    /// `subscription.canceled`.
    public static let subscriptionCanceled = EventType(rawValue: "subscription.canceled")

    /// `subscription.created`.
    public static let subscriptionCreated = EventType(rawValue: "subscription.created")

    /// `subscription.cycled`.
    public static let subscriptionCycled = EventType(rawValue: "subscription.cycled")

    /// `subscription.migrated`.
    public static let subscriptionMigrated = EventType(rawValue: "subscription.migrated")

    /// `subscription.past_due`.
    public static let subscriptionPastDue = EventType(rawValue: "subscription.past_due")

    /// `subscription.paused`.
    public static let subscriptionPaused = EventType(rawValue: "subscription.paused")

    /// `subscription.resumed`.
    public static let subscriptionResumed = EventType(rawValue: "subscription.resumed")

    /// `subscription.revoked`.
    public static let subscriptionRevoked = EventType(rawValue: "subscription.revoked")

    /// `subscription.uncanceled`.
    public static let subscriptionUncanceled = EventType(rawValue: "subscription.uncanceled")

    /// `subscription.updated`.
    public static let subscriptionUpdated = EventType(rawValue: "subscription.updated")

    /// `order.created`.
    public static let orderCreated = EventType(rawValue: "order.created")

    /// `order.paid`.
    public static let orderPaid = EventType(rawValue: "order.paid")

    /// `order.refunded`.
    public static let orderRefunded = EventType(rawValue: "order.refunded")

    /// `order.updated`.
    public static let orderUpdated = EventType(rawValue: "order.updated")

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

    /// `benefit_grant.cycled`.
    public static let benefitGrantCycled = EventType(rawValue: "benefit_grant.cycled")

    /// `benefit_grant.revoked`.
    public static let benefitGrantRevoked = EventType(rawValue: "benefit_grant.revoked")

    /// `benefit_grant.updated`.
    public static let benefitGrantUpdated = EventType(rawValue: "benefit_grant.updated")

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

    /// `discount.deleted`.
    public static let discountDeleted = EventType(rawValue: "discount.deleted")

    /// `discount.updated`.
    public static let discountUpdated = EventType(rawValue: "discount.updated")

    /// `organization.updated`.
    public static let organizationUpdated = EventType(rawValue: "organization.updated")

    /// All types of this version, by group and family.
    public static let all: [EventType] = [
        .customerCreated,
        .customerDeleted,
        .customerStateChanged,
        .customerUpdated,
        .memberCreated,
        .memberDeleted,
        .memberUpdated,
        .checkoutCreated,
        .checkoutExpired,
        .checkoutUpdated,
        .subscriptionActive,
        .subscriptionCanceled,
        .subscriptionCreated,
        .subscriptionCycled,
        .subscriptionMigrated,
        .subscriptionPastDue,
        .subscriptionPaused,
        .subscriptionResumed,
        .subscriptionRevoked,
        .subscriptionUncanceled,
        .subscriptionUpdated,
        .orderCreated,
        .orderPaid,
        .orderRefunded,
        .orderUpdated,
        .customerSeatAssigned,
        .customerSeatClaimed,
        .customerSeatRevoked,
        .refundCreated,
        .refundUpdated,
        .benefitGrantCreated,
        .benefitGrantCycled,
        .benefitGrantRevoked,
        .benefitGrantUpdated,
        .benefitCreated,
        .benefitUpdated,
        .productCreated,
        .productUpdated,
        .discountCreated,
        .discountDeleted,
        .discountUpdated,
        .organizationUpdated,
    ]

    /// The names of ``all``, in the same order.
    static let names: FieldNames = [
        "customer.created",
        "customer.deleted",
        "customer.state_changed",
        "customer.updated",
        "member.created",
        "member.deleted",
        "member.updated",
        "checkout.created",
        "checkout.expired",
        "checkout.updated",
        "subscription.active",
        "subscription.canceled",
        "subscription.created",
        "subscription.cycled",
        "subscription.migrated",
        "subscription.past_due",
        "subscription.paused",
        "subscription.resumed",
        "subscription.revoked",
        "subscription.uncanceled",
        "subscription.updated",
        "order.created",
        "order.paid",
        "order.refunded",
        "order.updated",
        "customer_seat.assigned",
        "customer_seat.claimed",
        "customer_seat.revoked",
        "refund.created",
        "refund.updated",
        "benefit_grant.created",
        "benefit_grant.cycled",
        "benefit_grant.revoked",
        "benefit_grant.updated",
        "benefit.created",
        "benefit.updated",
        "product.created",
        "product.updated",
        "discount.created",
        "discount.deleted",
        "discount.updated",
        "organization.updated",
    ]

    /// The types of the group customer.
    static let customerGroup: [EventType] = [.customerCreated, .customerDeleted, .customerStateChanged, .customerUpdated, .memberCreated, .memberDeleted, .memberUpdated]

    /// The types of the group billing.
    static let billingGroup: [EventType] = [.checkoutCreated, .checkoutExpired, .checkoutUpdated, .subscriptionActive, .subscriptionCanceled, .subscriptionCreated, .subscriptionCycled, .subscriptionMigrated, .subscriptionPastDue, .subscriptionPaused, .subscriptionResumed, .subscriptionRevoked, .subscriptionUncanceled, .subscriptionUpdated, .orderCreated, .orderPaid, .orderRefunded, .orderUpdated, .customerSeatAssigned, .customerSeatClaimed, .customerSeatRevoked, .refundCreated, .refundUpdated, .benefitGrantCreated, .benefitGrantCycled, .benefitGrantRevoked, .benefitGrantUpdated]

    /// The types of the group organization.
    static let organizationGroup: [EventType] = [.benefitCreated, .benefitUpdated, .productCreated, .productUpdated, .discountCreated, .discountDeleted, .discountUpdated, .organizationUpdated]
}
