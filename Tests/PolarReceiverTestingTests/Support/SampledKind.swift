import Foundation
import PolarEvents
import PolarReceiverTesting

/// A single event type, with its payload's type out of sight.
struct SampledKind: Sendable, CustomStringConvertible {
    let description: String
    let sample: @Sendable (String, Date) -> WebhookEvent

    /// A sample that went through a change of nothing.
    let rewritten: @Sendable (String, Date) -> WebhookEvent

    /// Whether an event has the payload that the kind promises.
    let isTyped: @Sendable (WebhookEvent) -> Bool

    init<Payload>(_ kind: EventKind<Payload>) {
        description = kind.name
        sample = { .sample(kind, id: $0, timestamp: $1) }
        rewritten = { .sample(kind, id: $0, timestamp: $1) { _ in } }
        isTyped = { kind.extract($0.payload) != nil }
    }

    static let all = [customer, checkout, subscription, order, grant, organization].flatMap(\.self)

    private static let customer = [
        SampledKind(.customerCreated), SampledKind(.customerUpdated), SampledKind(.customerDeleted),
        SampledKind(.customerStateChanged), SampledKind(.memberCreated), SampledKind(.memberUpdated),
        SampledKind(.memberDeleted),
    ]

    private static let checkout = [
        SampledKind(.checkoutCreated), SampledKind(.checkoutUpdated), SampledKind(.checkoutExpired),
    ]

    private static let subscription = [
        SampledKind(.subscriptionCreated), SampledKind(.subscriptionUpdated), SampledKind(.subscriptionActive),
        SampledKind(.subscriptionCanceled), SampledKind(.subscriptionUncanceled), SampledKind(.subscriptionCycled),
        SampledKind(.subscriptionPastDue), SampledKind(.subscriptionRevoked), SampledKind(.subscriptionPaused),
        SampledKind(.subscriptionResumed), SampledKind(.subscriptionMigrated),
    ]

    private static let order = [
        SampledKind(.orderCreated), SampledKind(.orderUpdated), SampledKind(.orderPaid), SampledKind(.orderRefunded),
        SampledKind(.customerSeatAssigned), SampledKind(.customerSeatClaimed), SampledKind(.customerSeatRevoked),
        SampledKind(.refundCreated), SampledKind(.refundUpdated),
    ]

    private static let grant = [
        SampledKind(.benefitGrantCreated), SampledKind(.benefitGrantUpdated), SampledKind(.benefitGrantCycled),
        SampledKind(.benefitGrantRevoked),
    ]

    private static let organization = [
        SampledKind(.benefitCreated), SampledKind(.benefitUpdated), SampledKind(.productCreated),
        SampledKind(.productUpdated), SampledKind(.discountCreated), SampledKind(.discountUpdated),
        SampledKind(.discountDeleted), SampledKind(.organizationUpdated),
    ]
}
