// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `customer_seat.…` event.
@nonexhaustive public indirect enum CustomerSeatEvent: Equatable, Sendable {
    /// `customer_seat.assigned`.
    case assigned(Polar.CustomerSeat)

    /// `customer_seat.claimed`.
    case claimed(Polar.CustomerSeat)

    /// `customer_seat.revoked`.
    case revoked(Polar.CustomerSeat)

    /// What the event is about, as it is now.
    public var data: Polar.CustomerSeat {
        switch self {
        case .assigned(let data): data
        case .claimed(let data): data
        case .revoked(let data): data
        }
    }
}
