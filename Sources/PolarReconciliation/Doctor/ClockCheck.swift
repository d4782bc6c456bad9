import Foundation

/// Whether this machine's clock is right, by Polar's.
enum ClockCheck {
    /// From here on, in seconds, it is worth a look.
    private static let notice: TimeInterval = 30

    /// - Parameters:
    ///   - polar: what Polar's answer said, in whole seconds; nil where it said nothing.
    ///   - start: when it was asked.
    ///   - end: when the answer was there.
    static func findings(polar: Date?, from start: Date, to end: Date, _ facts: ReceiverFacts) -> [Finding] {
        guard let polar else { return [] }
        let skew = max(start.timeIntervalSince(polar) - 1, polar.timeIntervalSince(end), 0)
        guard skew > notice else { return [] }
        let tolerance = facts.endpoints.map(\.tolerance).min() ?? .seconds(300)
        let isBad = Duration.seconds(skew) > tolerance / 2
        let seconds = Int(min(skew, 1_000_000_000))
        return [
            Finding(
                "clock_skew",
                isBad ? .error : .warning,
                nil,
                "This machine's clock and Polar's differ by \(seconds) seconds.",
                remedy: "Keep the clock right with NTP: messages are refused when they seem too old or too new."
            )
        ]
    }
}
