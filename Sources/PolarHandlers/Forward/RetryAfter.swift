import Foundation

/// The field Retry-After (RFC 9110 §10.2.3).
enum RetryAfter {
    /// The longest time that is waited for, so that no target can postpone an event until nobody remembers it.
    static let longest = Duration.seconds(3_600)

    /// How long to wait from `now`, nil when the value is neither a number of seconds nor a date.
    static func duration(_ value: String, now: Date) -> Duration? {
        let value = value.trimmingCharacters(in: .whitespaces)
        if !value.isEmpty, value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return min(Int64(value).map { .seconds($0) } ?? longest, longest)
        }
        // nil: the other two forms of dates are obsolete, and anything else is no date.
        guard value.utf8.count == 29, value.hasSuffix(" GMT"), let date = try? format.parse(value) else { return nil }
        let seconds = date.timeIntervalSince(now)
        return .seconds(min(max(0, seconds), Double(longest.components.seconds)))
    }

    /// `Mon, 23 Nov 2026 10:00:00 GMT`.
    private static let format = Date.ParseStrategy(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"),
        timeZone: .gmt,
        isLenient: false
    )
}
