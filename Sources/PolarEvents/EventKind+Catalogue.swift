// One registration key per event type, family and group.

extension EventKind where Payload == JSONValue {
    /// A single event type; the closure gets the event's `data`.
    private static func only(_ type: EventType) -> EventKind {
        EventKind(name: type.rawValue, types: [type], breadth: .type) { event in
            guard case .unknown(let data) = event.payload else { return nil }
            return data
        }
    }

    /// `customer.created`.
    public static var customerCreated: EventKind { only(.customerCreated) }

    /// `customer.updated`.
    public static var customerUpdated: EventKind { only(.customerUpdated) }

    /// `customer.deleted`.
    public static var customerDeleted: EventKind { only(.customerDeleted) }

    /// `customer.state_changed`.
    public static var customerStateChanged: EventKind { only(.customerStateChanged) }

    /// `member.created`.
    public static var memberCreated: EventKind { only(.memberCreated) }

    /// `member.updated`.
    public static var memberUpdated: EventKind { only(.memberUpdated) }

    /// `member.deleted`.
    public static var memberDeleted: EventKind { only(.memberDeleted) }

    /// `checkout.created`.
    public static var checkoutCreated: EventKind { only(.checkoutCreated) }

    /// `checkout.updated`.
    public static var checkoutUpdated: EventKind { only(.checkoutUpdated) }

    /// `checkout.expired`.
    public static var checkoutExpired: EventKind { only(.checkoutExpired) }

    /// `subscription.created`.
    public static var subscriptionCreated: EventKind { only(.subscriptionCreated) }

    /// `subscription.updated`.
    public static var subscriptionUpdated: EventKind { only(.subscriptionUpdated) }

    /// `subscription.active`.
    public static var subscriptionActive: EventKind { only(.subscriptionActive) }

    /// `subscription.canceled`.
    public static var subscriptionCanceled: EventKind { only(.subscriptionCanceled) }

    /// `subscription.uncanceled`.
    public static var subscriptionUncanceled: EventKind { only(.subscriptionUncanceled) }

    /// `subscription.cycled`.
    public static var subscriptionCycled: EventKind { only(.subscriptionCycled) }

    /// `subscription.past_due`.
    public static var subscriptionPastDue: EventKind { only(.subscriptionPastDue) }

    /// `subscription.revoked`.
    public static var subscriptionRevoked: EventKind { only(.subscriptionRevoked) }

    /// `subscription.paused`.
    public static var subscriptionPaused: EventKind { only(.subscriptionPaused) }

    /// `subscription.resumed`.
    public static var subscriptionResumed: EventKind { only(.subscriptionResumed) }

    /// `subscription.migrated`.
    public static var subscriptionMigrated: EventKind { only(.subscriptionMigrated) }

    /// `order.created`.
    public static var orderCreated: EventKind { only(.orderCreated) }

    /// `order.updated`.
    public static var orderUpdated: EventKind { only(.orderUpdated) }

    /// `order.paid`.
    public static var orderPaid: EventKind { only(.orderPaid) }

    /// `order.refunded`.
    public static var orderRefunded: EventKind { only(.orderRefunded) }

    /// `customer_seat.assigned`.
    public static var customerSeatAssigned: EventKind { only(.customerSeatAssigned) }

    /// `customer_seat.claimed`.
    public static var customerSeatClaimed: EventKind { only(.customerSeatClaimed) }

    /// `customer_seat.revoked`.
    public static var customerSeatRevoked: EventKind { only(.customerSeatRevoked) }

    /// `refund.created`.
    public static var refundCreated: EventKind { only(.refundCreated) }

    /// `refund.updated`.
    public static var refundUpdated: EventKind { only(.refundUpdated) }

    /// `benefit_grant.created`.
    public static var benefitGrantCreated: EventKind { only(.benefitGrantCreated) }

    /// `benefit_grant.updated`.
    public static var benefitGrantUpdated: EventKind { only(.benefitGrantUpdated) }

    /// `benefit_grant.cycled`.
    public static var benefitGrantCycled: EventKind { only(.benefitGrantCycled) }

    /// `benefit_grant.revoked`.
    public static var benefitGrantRevoked: EventKind { only(.benefitGrantRevoked) }

    /// `benefit.created`.
    public static var benefitCreated: EventKind { only(.benefitCreated) }

    /// `benefit.updated`.
    public static var benefitUpdated: EventKind { only(.benefitUpdated) }

    /// `product.created`.
    public static var productCreated: EventKind { only(.productCreated) }

    /// `product.updated`.
    public static var productUpdated: EventKind { only(.productUpdated) }

    /// `discount.created`.
    public static var discountCreated: EventKind { only(.discountCreated) }

    /// `discount.updated`.
    public static var discountUpdated: EventKind { only(.discountUpdated) }

    /// `discount.deleted`.
    public static var discountDeleted: EventKind { only(.discountDeleted) }

    /// `organization.updated`.
    public static var organizationUpdated: EventKind { only(.organizationUpdated) }
}

extension EventKind where Payload == WebhookEvent {
    private static func family(_ name: String) -> EventKind {
        let types = EventType.all.filter { $0.family == name }
        return EventKind(name: "\(name).*", types: types, breadth: .family) { $0.decoded }
    }

    private static func group(_ name: String, _ types: [EventType]) -> EventKind {
        EventKind(name: "\(name) events", types: types, breadth: .group) { $0.decoded }
    }

    /// Every `member.…` event.
    public static var member: EventKind { family("member") }

    /// Every `checkout.…` event.
    public static var checkout: EventKind { family("checkout") }

    /// Every `subscription.…` event.
    public static var subscription: EventKind { family("subscription") }

    /// Every `order.…` event.
    public static var order: EventKind { family("order") }

    /// Every `customer_seat.…` event.
    public static var customerSeat: EventKind { family("customer_seat") }

    /// Every `refund.…` event.
    public static var refund: EventKind { family("refund") }

    /// Every `benefit_grant.…` event.
    public static var benefitGrant: EventKind { family("benefit_grant") }

    /// Every `benefit.…` event.
    public static var benefit: EventKind { family("benefit") }

    /// Every `product.…` event.
    public static var product: EventKind { family("product") }

    /// Every `discount.…` event.
    public static var discount: EventKind { family("discount") }

    /// Every event about customers and members.
    public static var customer: EventKind { group("customer", EventType.customerGroup) }

    /// Every event about checkouts, subscriptions, orders, seats, refunds and benefit grants.
    public static var billing: EventKind { group("billing", EventType.billingGroup) }

    /// Every event about benefits, products, discounts and the organization itself.
    public static var organization: EventKind { group("organization", EventType.organizationGroup) }
}

extension WebhookEvent {
    /// The event itself, nil when its payload cannot be decoded.
    fileprivate var decoded: WebhookEvent? {
        if case .undecodable = payload { nil } else { self }
    }
}
