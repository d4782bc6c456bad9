// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `member.…` event.
@nonexhaustive public indirect enum MemberEvent: Equatable, Sendable {
    /// `member.created`.
    case created(Polar.Member)

    /// `member.deleted`.
    case deleted(Polar.Member)

    /// `member.updated`.
    case updated(Polar.Member)

    /// What the event is about, as it is now.
    public var data: Polar.Member {
        switch self {
        case .created(let data): data
        case .deleted(let data): data
        case .updated(let data): data
        }
    }
}
