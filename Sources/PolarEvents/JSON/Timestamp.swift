package import Foundation

/// Reads and writes timestamps (RFC 3339).
package enum Timestamp {
    /// Seconds from 1970 to Foundation's reference date, which is nearer and so leaves the fraction more bits.
    private static let referenceDate = 978_307_200

    // MARK: Reading

    /// The moment a text names, with any number of fraction digits and `Z` or an offset; nil when it names none.
    ///
    /// It is exact to the microsecond from the year 1729 to 2272, which is as much as a `Date` holds.
    package static func parse(_ text: RawSpan) -> Date? {
        guard text.byteCount >= 20, hasSeparators(text),
            let century = pair(text, 0), let yearOfCentury = pair(text, 2), let month = pair(text, 5),
            let day = pair(text, 8), let hour = pair(text, 11), let minute = pair(text, 14),
            let second = pair(text, 17),
            case let year = century * 100 + yearOfCentury, (1...12).contains(month),
            (1...daysIn(month: month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60,
            let (fraction, zoneStart) = fraction(text), let offset = zone(text, from: zoneStart)
        else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        return Date(timeIntervalSinceReferenceDate: Double(seconds - referenceDate) + fraction)
    }

    @inline(__always)
    private static func hasSeparators(_ text: RawSpan) -> Bool {
        let middle = text.uncheckedByte(at: 10)
        return (middle | 0x20 == UInt8(ascii: "t") || middle == UInt8(ascii: " "))
            && text.uncheckedByte(at: 4) == UInt8(ascii: "-") && text.uncheckedByte(at: 7) == UInt8(ascii: "-")
            && text.uncheckedByte(at: 13) == UInt8(ascii: ":") && text.uncheckedByte(at: 16) == UInt8(ascii: ":")
    }

    @inline(__always)
    private static func digit(_ text: RawSpan, _ offset: Int) -> Int? {
        guard let digit = text.byte(at: offset).map({ $0 &- UInt8(ascii: "0") }), digit < 10 else { return nil }
        return Int(digit)
    }

    /// The number of two digits at `offset`, which is inside.
    @inline(__always)
    private static func pair(_ text: RawSpan, _ offset: Int) -> Int? {
        let tens = text.uncheckedByte(at: offset) &- UInt8(ascii: "0")
        let ones = text.uncheckedByte(at: offset + 1) &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int(tens &* 10 &+ ones) : nil
    }

    /// The fraction of a second and the offset behind it.
    private static func fraction(_ text: RawSpan) -> (Double, Int)? {
        guard text.uncheckedByte(at: 19) == UInt8(ascii: ".") else { return (0, 19) }
        var offset = 20
        var value = 0
        var scale = 1
        while let digit = digit(text, offset) {
            // More than nine digits are finer than a date holds.
            if scale < 1_000_000_000 {
                value = value * 10 + digit
                scale *= 10
            }
            offset += 1
        }
        return offset > 20 ? (Double(value) / Double(scale), offset) : nil
    }

    /// The zone's distance from UTC in seconds.
    private static func zone(_ text: RawSpan, from start: Int) -> Int? {
        guard let sign = text.byte(at: start) else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return start + 1 == text.byteCount ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.byteCount == start + 6,
            text.byte(at: start + 3) == UInt8(ascii: ":"),
            let hours = pair(text, start + 1), let minutes = pair(text, start + 4), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
    }

    // MARK: Writing

    /// A moment in UTC to the microsecond, with six digits or no fraction, as Polar writes it.
    ///
    /// What lies outside the years 0000 to 9999, which the format cannot name, becomes the nearest moment it can.
    package static func text(_ date: Date) -> String {
        let bounds = -63_145_526_400.0...252_423_993_599.999_96
        let seconds = date.timeIntervalSinceReferenceDate
        let clamped = seconds > bounds.lowerBound ? min(seconds, bounds.upperBound) : bounds.lowerBound
        let microseconds = Int((clamped * 1_000_000).rounded())
        let (second, fraction) = quotientAndRemainder(microseconds, 1_000_000)
        let (day, time) = quotientAndRemainder(second + referenceDate, 86_400)
        let (year, month, dayOfMonth) = civilDate(daysSince1970: day)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
            + "T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))"
            + (fraction == 0 ? "Z" : ".\(padded(fraction, 6))Z")
    }

    private static func padded(_ value: Int, _ count: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }

    private static func quotientAndRemainder(_ value: Int, _ divisor: Int) -> (Int, Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    // MARK: Calendar

    private static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Counted in years that start in March, so that the leap day is the last day of one.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The way back, in the same years.
    private static func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = quotientAndRemainder(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
