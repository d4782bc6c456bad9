// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `checkout.…` event.
@nonexhaustive public indirect enum CheckoutEvent: Equatable, Sendable {
    /// `checkout.created`.
    case created(Polar.Checkout)

    /// `checkout.expired`.
    case expired(Polar.Checkout)

    /// `checkout.updated`.
    case updated(Polar.Checkout)

    /// What the event is about, as it is now.
    public var data: Polar.Checkout {
        switch self {
        case .created(let data): data
        case .expired(let data): data
        case .updated(let data): data
        }
    }
}
