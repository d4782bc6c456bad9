// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `benefit.…` event.
@nonexhaustive public indirect enum BenefitEvent: Equatable, Sendable {
    /// `benefit.created`.
    case created(Polar.Benefit)

    /// `benefit.updated`.
    case updated(Polar.Benefit)

    /// What the event is about, as it is now.
    public var data: Polar.Benefit {
        switch self {
        case .created(let data): data
        case .updated(let data): data
        }
    }
}
