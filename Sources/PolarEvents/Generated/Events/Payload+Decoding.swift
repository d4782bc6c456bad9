// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension WebhookEvent.Payload {
    /// Reads the `data` of an event by the type's place in ``EventType/names``; nil when its payload is not `data` alone.
    init?(data type: Int, from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        switch type {
        case 0: self = .customer(.created(try Polar.Customer(from: &reader, json)))
        case 1: self = .customer(.deleted(try Polar.Customer(from: &reader, json)))
        case 2: self = .customer(.stateChanged(try Polar.CustomerState(from: &reader, json)))
        case 3: self = .customer(.updated(try Polar.Customer(from: &reader, json)))
        case 4: self = .customer(.member(.created(try Polar.Member(from: &reader, json))))
        case 5: self = .customer(.member(.deleted(try Polar.Member(from: &reader, json))))
        case 6: self = .customer(.member(.updated(try Polar.Member(from: &reader, json))))
        case 7: self = .billing(.checkout(.created(try Polar.Checkout(from: &reader, json))))
        case 8: self = .billing(.checkout(.expired(try Polar.Checkout(from: &reader, json))))
        case 9: self = .billing(.checkout(.updated(try Polar.Checkout(from: &reader, json))))
        case 10: self = .billing(.subscription(.active(try Polar.Subscription(from: &reader, json))))
        case 11: self = .billing(.subscription(.canceled(try Polar.Subscription(from: &reader, json))))
        case 12: self = .billing(.subscription(.created(try Polar.Subscription(from: &reader, json))))
        case 13: self = .billing(.subscription(.cycled(try Polar.Subscription(from: &reader, json))))
        case 15: self = .billing(.subscription(.pastDue(try Polar.Subscription(from: &reader, json))))
        case 16: self = .billing(.subscription(.paused(try Polar.Subscription(from: &reader, json))))
        case 17: self = .billing(.subscription(.resumed(try Polar.Subscription(from: &reader, json))))
        case 18: self = .billing(.subscription(.revoked(try Polar.Subscription(from: &reader, json))))
        case 19: self = .billing(.subscription(.uncanceled(try Polar.Subscription(from: &reader, json))))
        case 20: self = .billing(.subscription(.updated(try Polar.Subscription(from: &reader, json))))
        case 21: self = .billing(.order(.created(try Polar.Order(from: &reader, json))))
        case 22: self = .billing(.order(.paid(try Polar.Order(from: &reader, json))))
        case 23: self = .billing(.order(.refunded(try Polar.Order(from: &reader, json))))
        case 24: self = .billing(.order(.updated(try Polar.Order(from: &reader, json))))
        case 25: self = .billing(.customerSeat(.assigned(try Polar.CustomerSeat(from: &reader, json))))
        case 26: self = .billing(.customerSeat(.claimed(try Polar.CustomerSeat(from: &reader, json))))
        case 27: self = .billing(.customerSeat(.revoked(try Polar.CustomerSeat(from: &reader, json))))
        case 28: self = .billing(.refund(.created(try Polar.Refund(from: &reader, json))))
        case 29: self = .billing(.refund(.updated(try Polar.Refund(from: &reader, json))))
        case 30: self = .billing(.benefitGrant(.created(try Polar.BenefitGrantWebhook(from: &reader, json))))
        case 31: self = .billing(.benefitGrant(.cycled(try Polar.BenefitGrantWebhook(from: &reader, json))))
        case 32: self = .billing(.benefitGrant(.revoked(try Polar.BenefitGrantWebhook(from: &reader, json))))
        case 33: self = .billing(.benefitGrant(.updated(try Polar.BenefitGrantWebhook(from: &reader, json))))
        case 34: self = .organization(.benefit(.created(try Polar.Benefit(from: &reader, json))))
        case 35: self = .organization(.benefit(.updated(try Polar.Benefit(from: &reader, json))))
        case 36: self = .organization(.product(.created(try Polar.Product(from: &reader, json))))
        case 37: self = .organization(.product(.updated(try Polar.Product(from: &reader, json))))
        case 38: self = .organization(.discount(.created(try Polar.Discount(from: &reader, json))))
        case 39: self = .organization(.discount(.deleted(try Polar.Discount(from: &reader, json))))
        case 40: self = .organization(.discount(.updated(try Polar.Discount(from: &reader, json))))
        case 41: self = .organization(.updated(try Polar.Organization(from: &reader, json)))
        default: return nil
        }
    }

    /// Reads a whole body by the type's place in ``EventType/names``; nil when its payload is `data` alone.
    init?(body type: Int, from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        switch type {
        case 14: self = .billing(.subscription(.migrated(try Polar.SubscriptionMigrated(from: &reader, json))))
        default: return nil
        }
    }
}
