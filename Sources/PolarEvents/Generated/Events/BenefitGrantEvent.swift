// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `benefit_grant.…` event.
@nonexhaustive public indirect enum BenefitGrantEvent: Equatable, Sendable {
    /// `benefit_grant.created`.
    case created(Polar.BenefitGrantWebhook)

    /// `benefit_grant.cycled`.
    case cycled(Polar.BenefitGrantWebhook)

    /// `benefit_grant.revoked`.
    case revoked(Polar.BenefitGrantWebhook)

    /// `benefit_grant.updated`.
    case updated(Polar.BenefitGrantWebhook)

    /// What the event is about, as it is now.
    public var data: Polar.BenefitGrantWebhook {
        switch self {
        case .created(let data): data
        case .cycled(let data): data
        case .revoked(let data): data
        case .updated(let data): data
        }
    }
}
