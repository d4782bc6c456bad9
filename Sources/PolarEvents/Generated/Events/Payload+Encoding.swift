// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension WebhookEvent.Payload {
    /// Writes the members of an envelope that stand for the payload.
    func encodeMembers(to writer: inout JSONWriter) {
        switch self {
        case .customer(.created(let payload)): writer.member("data", payload)
        case .customer(.deleted(let payload)): writer.member("data", payload)
        case .customer(.stateChanged(let payload)): writer.member("data", payload)
        case .customer(.updated(let payload)): writer.member("data", payload)
        case .customer(.member(.created(let payload))): writer.member("data", payload)
        case .customer(.member(.deleted(let payload))): writer.member("data", payload)
        case .customer(.member(.updated(let payload))): writer.member("data", payload)
        case .billing(.checkout(.created(let payload))): writer.member("data", payload)
        case .billing(.checkout(.expired(let payload))): writer.member("data", payload)
        case .billing(.checkout(.updated(let payload))): writer.member("data", payload)
        case .billing(.subscription(.active(let payload))): writer.member("data", payload)
        case .billing(.subscription(.canceled(let payload))): writer.member("data", payload)
        case .billing(.subscription(.created(let payload))): writer.member("data", payload)
        case .billing(.subscription(.cycled(let payload))): writer.member("data", payload)
        case .billing(.subscription(.migrated(let payload))): payload.encode(to: &writer)
        case .billing(.subscription(.pastDue(let payload))): writer.member("data", payload)
        case .billing(.subscription(.paused(let payload))): writer.member("data", payload)
        case .billing(.subscription(.resumed(let payload))): writer.member("data", payload)
        case .billing(.subscription(.revoked(let payload))): writer.member("data", payload)
        case .billing(.subscription(.uncanceled(let payload))): writer.member("data", payload)
        case .billing(.subscription(.updated(let payload))): writer.member("data", payload)
        case .billing(.order(.created(let payload))): writer.member("data", payload)
        case .billing(.order(.paid(let payload))): writer.member("data", payload)
        case .billing(.order(.refunded(let payload))): writer.member("data", payload)
        case .billing(.order(.updated(let payload))): writer.member("data", payload)
        case .billing(.customerSeat(.assigned(let payload))): writer.member("data", payload)
        case .billing(.customerSeat(.claimed(let payload))): writer.member("data", payload)
        case .billing(.customerSeat(.revoked(let payload))): writer.member("data", payload)
        case .billing(.refund(.created(let payload))): writer.member("data", payload)
        case .billing(.refund(.updated(let payload))): writer.member("data", payload)
        case .billing(.benefitGrant(.created(let payload))): writer.member("data", payload)
        case .billing(.benefitGrant(.cycled(let payload))): writer.member("data", payload)
        case .billing(.benefitGrant(.revoked(let payload))): writer.member("data", payload)
        case .billing(.benefitGrant(.updated(let payload))): writer.member("data", payload)
        case .organization(.benefit(.created(let payload))): writer.member("data", payload)
        case .organization(.benefit(.updated(let payload))): writer.member("data", payload)
        case .organization(.product(.created(let payload))): writer.member("data", payload)
        case .organization(.product(.updated(let payload))): writer.member("data", payload)
        case .organization(.discount(.created(let payload))): writer.member("data", payload)
        case .organization(.discount(.deleted(let payload))): writer.member("data", payload)
        case .organization(.discount(.updated(let payload))): writer.member("data", payload)
        case .organization(.updated(let payload)): writer.member("data", payload)
        case .unknown(let value): writer.member("data", value)
        case .undecodable: break
        }
    }
}
