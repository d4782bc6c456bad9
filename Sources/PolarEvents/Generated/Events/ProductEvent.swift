// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `product.…` event.
@nonexhaustive public indirect enum ProductEvent: Equatable, Sendable {
    /// `product.created`.
    case created(Polar.Product)

    /// `product.updated`.
    case updated(Polar.Product)

    /// What the event is about, as it is now.
    public var data: Polar.Product {
        switch self {
        case .created(let data): data
        case .updated(let data): data
        }
    }
}
