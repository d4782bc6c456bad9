import ArgumentParser
import Foundation

/// How people give a moment on a command line.
enum MomentText {
    private static let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]

    /// A timestamp, or an age such as `90m`.
    static func date(_ text: String) throws -> Date {
        if let unit = text.last.flatMap({ units[$0] }), let count = Double(text.dropLast()), count >= 0 {
            return Date(timeIntervalSinceNow: -count * unit)
        }
        for style in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
            if let date = try? style.parse(text) { return date }
        }
        throw ValidationError(
            "\(text) is no time: give a timestamp such as 2026-11-25T10:00:00Z, or an age such as 90m."
        )
    }
}
