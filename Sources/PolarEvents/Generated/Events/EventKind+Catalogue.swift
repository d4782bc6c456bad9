// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension EventKind where Payload == Polar.Customer {
    /// `customer.created`.
    public static var customerCreated: EventKind {
        EventKind(.customerCreated) { if case .customer(.created(let data)) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Customer {
    /// `customer.deleted`.
    public static var customerDeleted: EventKind {
        EventKind(.customerDeleted) { if case .customer(.deleted(let data)) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.CustomerState {
    /// `customer.state_changed`.
    public static var customerStateChanged: EventKind {
        EventKind(.customerStateChanged) { if case .customer(.stateChanged(let data)) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Customer {
    /// `customer.updated`.
    public static var customerUpdated: EventKind {
        EventKind(.customerUpdated) { if case .customer(.updated(let data)) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Member {
    /// `member.created`.
    public static var memberCreated: EventKind {
        EventKind(.memberCreated) { if case .customer(.member(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Member {
    /// `member.deleted`.
    public static var memberDeleted: EventKind {
        EventKind(.memberDeleted) { if case .customer(.member(.deleted(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Member {
    /// `member.updated`.
    public static var memberUpdated: EventKind {
        EventKind(.memberUpdated) { if case .customer(.member(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Checkout {
    /// `checkout.created`.
    public static var checkoutCreated: EventKind {
        EventKind(.checkoutCreated) { if case .billing(.checkout(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Checkout {
    /// `checkout.expired`.
    public static var checkoutExpired: EventKind {
        EventKind(.checkoutExpired) { if case .billing(.checkout(.expired(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Checkout {
    /// `checkout.updated`.
    public static var checkoutUpdated: EventKind {
        EventKind(.checkoutUpdated) { if case .billing(.checkout(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.active`.
    public static var subscriptionActive: EventKind {
        EventKind(.subscriptionActive) { if case .billing(.subscription(.active(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.canceled`.
    public static var subscriptionCanceled: EventKind {
        EventKind(.subscriptionCanceled) { if case .billing(.subscription(.canceled(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.created`.
    public static var subscriptionCreated: EventKind {
        EventKind(.subscriptionCreated) { if case .billing(.subscription(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.cycled`.
    public static var subscriptionCycled: EventKind {
        EventKind(.subscriptionCycled) { if case .billing(.subscription(.cycled(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.SubscriptionMigrated {
    /// `subscription.migrated`.
    public static var subscriptionMigrated: EventKind {
        EventKind(.subscriptionMigrated) { if case .billing(.subscription(.migrated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.past_due`.
    public static var subscriptionPastDue: EventKind {
        EventKind(.subscriptionPastDue) { if case .billing(.subscription(.pastDue(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.paused`.
    public static var subscriptionPaused: EventKind {
        EventKind(.subscriptionPaused) { if case .billing(.subscription(.paused(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.resumed`.
    public static var subscriptionResumed: EventKind {
        EventKind(.subscriptionResumed) { if case .billing(.subscription(.resumed(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.revoked`.
    public static var subscriptionRevoked: EventKind {
        EventKind(.subscriptionRevoked) { if case .billing(.subscription(.revoked(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.uncanceled`.
    public static var subscriptionUncanceled: EventKind {
        EventKind(.subscriptionUncanceled) { if case .billing(.subscription(.uncanceled(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Subscription {
    /// `subscription.updated`.
    public static var subscriptionUpdated: EventKind {
        EventKind(.subscriptionUpdated) { if case .billing(.subscription(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Order {
    /// `order.created`.
    public static var orderCreated: EventKind {
        EventKind(.orderCreated) { if case .billing(.order(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Order {
    /// `order.paid`.
    public static var orderPaid: EventKind {
        EventKind(.orderPaid) { if case .billing(.order(.paid(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Order {
    /// `order.refunded`.
    public static var orderRefunded: EventKind {
        EventKind(.orderRefunded) { if case .billing(.order(.refunded(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Order {
    /// `order.updated`.
    public static var orderUpdated: EventKind {
        EventKind(.orderUpdated) { if case .billing(.order(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.CustomerSeat {
    /// `customer_seat.assigned`.
    public static var customerSeatAssigned: EventKind {
        EventKind(.customerSeatAssigned) { if case .billing(.customerSeat(.assigned(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.CustomerSeat {
    /// `customer_seat.claimed`.
    public static var customerSeatClaimed: EventKind {
        EventKind(.customerSeatClaimed) { if case .billing(.customerSeat(.claimed(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.CustomerSeat {
    /// `customer_seat.revoked`.
    public static var customerSeatRevoked: EventKind {
        EventKind(.customerSeatRevoked) { if case .billing(.customerSeat(.revoked(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Refund {
    /// `refund.created`.
    public static var refundCreated: EventKind {
        EventKind(.refundCreated) { if case .billing(.refund(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Refund {
    /// `refund.updated`.
    public static var refundUpdated: EventKind {
        EventKind(.refundUpdated) { if case .billing(.refund(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.BenefitGrantWebhook {
    /// `benefit_grant.created`.
    public static var benefitGrantCreated: EventKind {
        EventKind(.benefitGrantCreated) { if case .billing(.benefitGrant(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.BenefitGrantWebhook {
    /// `benefit_grant.cycled`.
    public static var benefitGrantCycled: EventKind {
        EventKind(.benefitGrantCycled) { if case .billing(.benefitGrant(.cycled(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.BenefitGrantWebhook {
    /// `benefit_grant.revoked`.
    public static var benefitGrantRevoked: EventKind {
        EventKind(.benefitGrantRevoked) { if case .billing(.benefitGrant(.revoked(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.BenefitGrantWebhook {
    /// `benefit_grant.updated`.
    public static var benefitGrantUpdated: EventKind {
        EventKind(.benefitGrantUpdated) { if case .billing(.benefitGrant(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Benefit {
    /// `benefit.created`.
    public static var benefitCreated: EventKind {
        EventKind(.benefitCreated) { if case .organization(.benefit(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Benefit {
    /// `benefit.updated`.
    public static var benefitUpdated: EventKind {
        EventKind(.benefitUpdated) { if case .organization(.benefit(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Product {
    /// `product.created`.
    public static var productCreated: EventKind {
        EventKind(.productCreated) { if case .organization(.product(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Product {
    /// `product.updated`.
    public static var productUpdated: EventKind {
        EventKind(.productUpdated) { if case .organization(.product(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Discount {
    /// `discount.created`.
    public static var discountCreated: EventKind {
        EventKind(.discountCreated) { if case .organization(.discount(.created(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Discount {
    /// `discount.deleted`.
    public static var discountDeleted: EventKind {
        EventKind(.discountDeleted) { if case .organization(.discount(.deleted(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Discount {
    /// `discount.updated`.
    public static var discountUpdated: EventKind {
        EventKind(.discountUpdated) { if case .organization(.discount(.updated(let data))) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == Polar.Organization {
    /// `organization.updated`.
    public static var organizationUpdated: EventKind {
        EventKind(.organizationUpdated) { if case .organization(.updated(let data)) = $0 { data } else { nil } }
    }
}

extension EventKind where Payload == MemberEvent {
    /// Every `member.…` event.
    public static var member: EventKind {
        EventKind(family: "member", [.memberCreated, .memberDeleted, .memberUpdated]) { if case .customer(.member(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == CheckoutEvent {
    /// Every `checkout.…` event.
    public static var checkout: EventKind {
        EventKind(family: "checkout", [.checkoutCreated, .checkoutExpired, .checkoutUpdated]) { if case .billing(.checkout(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == SubscriptionEvent {
    /// Every `subscription.…` event.
    public static var subscription: EventKind {
        EventKind(family: "subscription", [.subscriptionActive, .subscriptionCanceled, .subscriptionCreated, .subscriptionCycled, .subscriptionMigrated, .subscriptionPastDue, .subscriptionPaused, .subscriptionResumed, .subscriptionRevoked, .subscriptionUncanceled, .subscriptionUpdated]) { if case .billing(.subscription(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == OrderEvent {
    /// Every `order.…` event.
    public static var order: EventKind {
        EventKind(family: "order", [.orderCreated, .orderPaid, .orderRefunded, .orderUpdated]) { if case .billing(.order(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == CustomerSeatEvent {
    /// Every `customer_seat.…` event.
    public static var customerSeat: EventKind {
        EventKind(family: "customer_seat", [.customerSeatAssigned, .customerSeatClaimed, .customerSeatRevoked]) { if case .billing(.customerSeat(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == RefundEvent {
    /// Every `refund.…` event.
    public static var refund: EventKind {
        EventKind(family: "refund", [.refundCreated, .refundUpdated]) { if case .billing(.refund(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == BenefitGrantEvent {
    /// Every `benefit_grant.…` event.
    public static var benefitGrant: EventKind {
        EventKind(family: "benefit_grant", [.benefitGrantCreated, .benefitGrantCycled, .benefitGrantRevoked, .benefitGrantUpdated]) { if case .billing(.benefitGrant(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == BenefitEvent {
    /// Every `benefit.…` event.
    public static var benefit: EventKind {
        EventKind(family: "benefit", [.benefitCreated, .benefitUpdated]) { if case .organization(.benefit(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == ProductEvent {
    /// Every `product.…` event.
    public static var product: EventKind {
        EventKind(family: "product", [.productCreated, .productUpdated]) { if case .organization(.product(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == DiscountEvent {
    /// Every `discount.…` event.
    public static var discount: EventKind {
        EventKind(family: "discount", [.discountCreated, .discountDeleted, .discountUpdated]) { if case .organization(.discount(let event)) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == CustomerEvent {
    /// Every event of the group customer.
    public static var customer: EventKind {
        EventKind(group: "customer", EventType.customerGroup) { if case .customer(let event) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == BillingEvent {
    /// Every event of the group billing.
    public static var billing: EventKind {
        EventKind(group: "billing", EventType.billingGroup) { if case .billing(let event) = $0 { event } else { nil } }
    }
}

extension EventKind where Payload == OrganizationEvent {
    /// Every event of the group organization.
    public static var organization: EventKind {
        EventKind(group: "organization", EventType.organizationGroup) { if case .organization(let event) = $0 { event } else { nil } }
    }
}
