import EventStore
import Foundation
import PolarEvents

/// Moments and sizes as people read them.
enum TextOf {
    // In bytes: texts of messages and handlers can be of any length, and a page has many of them.
    static let nameLimit = 200
    static let idLimit = 256
    static let errorLimit = 1_000

    /// UTC to the second, such as `2026-11-25 10:00:00`.
    static func moment(_ date: Date) -> String {
        Timestamp(date).secondText.replacing("T", with: " ").replacing("Z", with: "")
    }

    /// For machines.
    static func timestamp(_ date: Date) -> String {
        Timestamp(date).millisecondText
    }

    /// The largest unit of an age, such as `3 min`.
    static func age(since date: Date, now: Date) -> String {
        let seconds = max(0, now.timeIntervalSince(date))
        let units: [(Double, String)] = [(86_400, "d"), (3_600, "h"), (60, "min")]
        for (size, name) in units where seconds >= size { return "\(Int(seconds / size)) \(name)" }
        return "\(Int(seconds)) s"
    }

    static func size(_ bytes: Int64) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 1_000, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        return String(format: unit == 0 ? "%.0f" : "%.1f", value) + " " + units[unit]
    }

    /// A value in a query of a link.
    static func query(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// RFC 3986 §2.3.
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
}
