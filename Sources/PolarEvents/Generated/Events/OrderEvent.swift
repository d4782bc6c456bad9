// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `order.…` event.
@nonexhaustive public indirect enum OrderEvent: Equatable, Sendable {
    /// `order.created`.
    case created(Polar.Order)

    /// `order.paid`.
    case paid(Polar.Order)

    /// `order.refunded`.
    case refunded(Polar.Order)

    /// `order.updated`.
    case updated(Polar.Order)

    /// What the event is about, as it is now.
    public var data: Polar.Order {
        switch self {
        case .created(let data): data
        case .paid(let data): data
        case .refunded(let data): data
        case .updated(let data): data
        }
    }
}
