import Foundation

/// Reads and writes timestamps as Polar writes them, for Foundation's coders.
///
/// JSONDecoder's own strategy `.iso8601` makes decoding take a seventh longer.
enum DateText {
    private static let referenceDate = 978_307_200

    /// Reads `2026-11-22T11:20:04.990000Z`, with or without the fraction.
    static func date(_ text: String) -> Date? {
        let text = text.utf8Span.span
        guard text.count >= 20, text[text.count - 1] == UInt8(ascii: "Z"),
            let year = number(text, 0..<4), let month = number(text, 5..<7), let day = number(text, 8..<10),
            let hour = number(text, 11..<13), let minute = number(text, 14..<16), let second = number(text, 17..<19),
            let fraction = fraction(text)
        else { return nil }
        let time = (hour * 60 + minute) * 60 + second
        let seconds = daysSince1970(year: year, month: month, day: day) * 86_400 + time - referenceDate
        return Date(timeIntervalSinceReferenceDate: Double(seconds) + fraction)
    }

    /// Writes a moment with six digits of a second, or with none where they are zero.
    static func text(_ date: Date) -> String {
        let microseconds = Int((date.timeIntervalSinceReferenceDate * 1_000_000).rounded())
        let second = Date(timeIntervalSinceReferenceDate: Double(microseconds / 1_000_000)).ISO8601Format()
        let fraction = microseconds % 1_000_000
        return fraction == 0 ? second : "\(second.dropLast()).\(String(fraction + 1_000_000).dropFirst())Z"
    }

    private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    private static func fraction(_ text: Span<UInt8>) -> Double? {
        guard text.count > 20 else { return 0 }
        guard text.count == 27, text[19] == UInt8(ascii: "."), let value = number(text, 20..<26) else { return nil }
        return Double(value) / 1_000_000
    }

    /// Counted in years that start in March, so that the leap day is the last day of one.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }
}
