package import Foundation

/// How far an endpoint of Polar has been compared with the inbox.
package struct EndpointProgress: Hashable, Sendable, Codable {
    private enum CodingKeys: String, CodingKey {
        case checkedUntil = "checked_until"
        case seenEnabledAt = "seen_enabled_at"
        case disabledSince = "disabled_since"
        case statesReadAt = "states_read_at"
    }

    /// When Polar made the newest attempt that was looked at, by Polar's clock; nil before the first one.
    package var checkedUntil: Date?

    /// When the endpoint was last seen enabled.
    package var seenEnabledAt: Date?

    /// Since when events may be missing that Polar never made, because the endpoint was disabled; nil when it was not.
    package var disabledSince: Date?

    /// When the states of all customers were read last, while the endpoint was enabled.
    package var statesReadAt: Date?

    /// Nothing is known.
    package init() {}

    /// Forgets what was noted while the clock was ahead: until it is as late again, everything would count as checked.
    package mutating func forgetDates(after limit: Date) {
        checkedUntil = checkedUntil.flatMap { $0 > limit ? nil : $0 }
        seenEnabledAt = seenEnabledAt.flatMap { $0 > limit ? nil : $0 }
        statesReadAt = statesReadAt.flatMap { $0 > limit ? nil : $0 }
        disabledSince = disabledSince.map { min($0, limit) }
    }

    /// Notes how the endpoint was found.
    package mutating func note(isEnabled: Bool, now: Date) {
        if isEnabled {
            seenEnabledAt = now
        } else if disabledSince == nil {
            disabledSince = seenEnabledAt ?? now
        }
    }
}
