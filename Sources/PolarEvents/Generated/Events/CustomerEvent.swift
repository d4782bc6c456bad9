// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// An event of the group customer.
@nonexhaustive public indirect enum CustomerEvent: Equatable, Sendable {
    /// `customer.created`.
    case created(Polar.Customer)

    /// `customer.deleted`.
    case deleted(Polar.Customer)

    /// `customer.state_changed`.
    case stateChanged(Polar.CustomerState)

    /// `customer.updated`.
    case updated(Polar.Customer)

    /// A `member.…` event.
    case member(MemberEvent)
}
