// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// A `subscription.…` event.
@nonexhaustive public indirect enum SubscriptionEvent: Equatable, Sendable {
    /// `subscription.active`.
    case active(Polar.Subscription)

    /// `subscription.canceled`.
    case canceled(Polar.Subscription)

    /// `subscription.created`.
    case created(Polar.Subscription)

    /// `subscription.cycled`.
    case cycled(Polar.Subscription)

    /// `subscription.migrated`.
    case migrated(Polar.SubscriptionMigrated)

    /// `subscription.past_due`.
    case pastDue(Polar.Subscription)

    /// `subscription.paused`.
    case paused(Polar.Subscription)

    /// `subscription.resumed`.
    case resumed(Polar.Subscription)

    /// `subscription.revoked`.
    case revoked(Polar.Subscription)

    /// `subscription.uncanceled`.
    case uncanceled(Polar.Subscription)

    /// `subscription.updated`.
    case updated(Polar.Subscription)

    /// What the event is about, as it is now.
    public var data: Polar.Subscription {
        switch self {
        case .active(let data): data
        case .canceled(let data): data
        case .created(let data): data
        case .cycled(let data): data
        case .migrated(let data): data.data
        case .pastDue(let data): data
        case .paused(let data): data
        case .resumed(let data): data
        case .revoked(let data): data
        case .uncanceled(let data): data
        case .updated(let data): data
        }
    }
}
