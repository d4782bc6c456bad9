/// When Polar tries again, by its own formula: 2 s × 2ⁿ × u with u from 1 to 2, and above 20 minutes half to all of those.
enum Backoff {
    static let attempts = 10
    private static let longest = 1_200.0

    /// The wait after the failed attempt of this number.
    static func delay(after attempt: Int, random: (ClosedRange<Double>) -> Double = { .random(in: $0) }) -> Duration {
        let factor = Double(sign: .plus, exponent: min(attempt, Backoff.attempts), significand: 1)
        let seconds = 2 * factor * random(1...2)
        return .seconds(seconds > longest ? longest * random(0.5...1) : seconds)
    }
}
