package import Foundation

/// A moment to the microsecond, read and written as RFC 3339 says.
///
/// Models keep moments as this, because a `Date` is a floating-point number that holds microseconds only from 1729 to 2272.
package struct Timestamp: Hashable, Sendable {
    /// Microseconds since 1970.
    private let microseconds: Int64

    // MARK: Dates

    /// The moment as a date.
    package var date: Date {
        let (seconds, fraction) = Self.quotientAndRemainder(microseconds, 1_000_000)
        let start = Double(seconds - Self.referenceDate)
        // Far from now a double cannot hold microseconds; rounding must not lead into the next second, or the next year.
        return Date(timeIntervalSinceReferenceDate: min(start + Double(fraction) / 1_000_000, (start + 1).nextDown))
    }

    /// The moment of a date, or the nearest one in the years 0000 to 9999.
    package init(_ date: Date) {
        let bounds = -63_145_526_400.0...(252_423_993_600.0).nextDown
        let seconds = date.timeIntervalSinceReferenceDate
        // Written so that a date which is no number becomes a bound as well.
        let clamped = seconds > bounds.lowerBound ? min(seconds, bounds.upperBound) : bounds.lowerBound
        let whole = clamped.rounded(.down)
        let fraction = Int64(((clamped - whole) * 1_000_000).rounded())
        microseconds = (Int64(whole) + Self.referenceDate) * 1_000_000 + fraction
    }

    /// Seconds from 1970 to Foundation's reference date.
    private static let referenceDate: Int64 = 978_307_200

    // MARK: Reading

    /// The moment a text names, nil when it names none.
    package init?(_ text: String) {
        self.init(Array(text.utf8).span.bytes)
    }

    /// The moment a text names, with any number of fraction digits and `Z` or an offset; nil when it names none.
    ///
    /// What is finer than a microsecond is cut off.
    init?(_ text: RawSpan) {
        guard text.byteCount >= 20, Self.hasSeparators(text),
            let century = Self.pair(text, 0), let yearOfCentury = Self.pair(text, 2), let month = Self.pair(text, 5),
            let day = Self.pair(text, 8), let hour = Self.pair(text, 11), let minute = Self.pair(text, 14),
            let second = Self.pair(text, 17), case let year = century * 100 + yearOfCentury, (1...12).contains(month),
            (1...Self.daysIn(month: month, of: year)).contains(day), hour < 24, minute < 60, second <= 60,
            let (fraction, zoneStart) = Self.fraction(text), let offset = Self.zone(text, from: zoneStart)
        else { return nil }
        let days = Self.daysSince1970(year: year, month: month, day: day)
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        microseconds = seconds * 1_000_000 + fraction
    }

    @inline(__always)
    private static func hasSeparators(_ text: RawSpan) -> Bool {
        let middle = text.uncheckedByte(at: 10)
        return (middle | 0x20 == UInt8(ascii: "t") || middle == UInt8(ascii: " "))
            && text.uncheckedByte(at: 4) == UInt8(ascii: "-") && text.uncheckedByte(at: 7) == UInt8(ascii: "-")
            && text.uncheckedByte(at: 13) == UInt8(ascii: ":") && text.uncheckedByte(at: 16) == UInt8(ascii: ":")
    }

    /// The number of two digits at `offset`, which is inside.
    @inline(__always)
    private static func pair(_ text: RawSpan, _ offset: Int) -> Int64? {
        let tens = text.uncheckedByte(at: offset) &- UInt8(ascii: "0")
        let ones = text.uncheckedByte(at: offset + 1) &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int64(tens &* 10 &+ ones) : nil
    }

    /// The microseconds and the offset behind them.
    private static func fraction(_ text: RawSpan) -> (Int64, Int)? {
        guard text.uncheckedByte(at: 19) == UInt8(ascii: ".") else { return (0, 19) }
        var offset = 20
        var value: Int64 = 0
        var weight: Int64 = 100_000
        while let digit = text.byte(at: offset).map({ $0 &- UInt8(ascii: "0") }), digit < 10 {
            value += Int64(digit) * weight
            weight /= 10
            offset += 1
        }
        return offset > 20 ? (value, offset) : nil
    }

    /// The zone's distance from UTC in seconds.
    private static func zone(_ text: RawSpan, from start: Int) -> Int64? {
        guard let sign = text.byte(at: start) else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return start + 1 == text.byteCount ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.byteCount == start + 6,
            text.byte(at: start + 3) == UInt8(ascii: ":"),
            let hours = pair(text, start + 1), let minutes = pair(text, start + 4), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
    }

    // MARK: Writing

    /// The moment in UTC, with six digits or no fraction, as Polar writes it.
    package var text: String {
        let (seconds, fraction) = parts
        return seconds + (fraction == 0 ? "Z" : ".\(Self.padded(fraction, 6))Z")
    }

    /// The moment in UTC with three digits, as the receiver writes moments; what is finer is cut off.
    package var millisecondText: String {
        let (seconds, fraction) = parts
        return "\(seconds).\(Self.padded(fraction / 1_000, 3))Z"
    }

    /// The moment in UTC to the second; what is finer is cut off.
    package var secondText: String { "\(parts.seconds)Z" }

    /// The moment to the second, and the microseconds behind it.
    private var parts: (seconds: String, fraction: Int64) {
        // An offset can lead out of the years that four digits name.
        let bounds: ClosedRange<Int64> = -62_167_219_200_000_000...253_402_300_799_999_999
        let nearest = min(max(microseconds, bounds.lowerBound), bounds.upperBound)
        let (second, fraction) = Self.quotientAndRemainder(nearest, 1_000_000)
        let (day, time) = Self.quotientAndRemainder(second, 86_400)
        let (year, month, dayOfMonth) = Self.civilDate(daysSince1970: day)
        let text =
            "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))T"
            + "\(Self.padded(time / 3600, 2)):\(Self.padded(time / 60 % 60, 2)):\(Self.padded(time % 60, 2))"
        return (text, fraction)
    }

    private static func padded(_ value: Int64, _ count: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }

    private static func quotientAndRemainder(_ value: Int64, _ divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    // MARK: Calendar

    private static func daysIn(month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Counted in years that start in March, so that the leap day is the last day of one.
    private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The way back, in the same years.
    private static func civilDate(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = quotientAndRemainder(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension Timestamp: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        let text = try reader.text(json)
        guard let timestamp = text.timestamp(in: json) else {
            throw JSONError("a timestamp is expected", at: text.range.lowerBound - 1)
        }
        self = timestamp
    }

    func encode(to writer: inout JSONWriter) {
        writer.write(text)
    }
}
