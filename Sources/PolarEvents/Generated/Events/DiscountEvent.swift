// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `discount.…` event.
@nonexhaustive public indirect enum DiscountEvent: Equatable, Sendable {
    /// `discount.created`.
    case created(Polar.Discount)

    /// `discount.deleted`.
    case deleted(Polar.Discount)

    /// `discount.updated`.
    case updated(Polar.Discount)

    /// What the event is about, as it is now.
    public var data: Polar.Discount {
        switch self {
        case .created(let data): data
        case .deleted(let data): data
        case .updated(let data): data
        }
    }
}
