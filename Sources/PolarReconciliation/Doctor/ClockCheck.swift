import Foundation

/// Whether this machine's clock is right, by Polar's.
struct ClockCheck {
    /// From here on, in seconds, it is worth a look.
    private static let notice: TimeInterval = 30

    /// What Polar's answer said, in whole seconds; nil where it said nothing.
    let polar: Date?

    /// When it was asked, and when the answer was there.
    let start: Date
    let end: Date

    /// How far a message's time may be off.
    let tolerance: Duration

    var findings: [Finding] {
        guard let polar else { return [] }
        // The answer was made between the two, and its date is cut off to a second.
        let skew = max(start.timeIntervalSince(polar) - 1, polar.timeIntervalSince(end), 0)
        guard skew >= Self.notice else { return [] }
        return [
            Finding(
                "clock_skew",
                Duration.seconds(skew) >= tolerance / 2 ? .error : .warning,
                nil,
                "This machine's clock and Polar's differ by \(Int(min(skew, 1_000_000_000))) seconds.",
                remedy: "Keep the clock right with NTP: messages are refused when they seem too old or too new."
            )
        ]
    }
}
