// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `refund.…` event.
@nonexhaustive public indirect enum RefundEvent: Equatable, Sendable {
    /// `refund.created`.
    case created(Polar.Refund)

    /// `refund.updated`.
    case updated(Polar.Refund)

    /// What the event is about, as it is now.
    public var data: Polar.Refund {
        switch self {
        case .created(let data): data
        case .updated(let data): data
        }
    }
}
