package import Foundation

/// Reads timestamps (RFC 3339): any number of fraction digits, `Z` or an offset.
package enum Timestamp {
    /// The moment a text names; nil when it names none.
    package static func parse(_ text: RawSpan) -> Date? {
        guard text.byteCount >= 20, separators(text),
            let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
            let hour = number(text, 11, 2), let minute = number(text, 14, 2), let second = number(text, 17, 2),
            (1...12).contains(month), (1...daysIn(month: month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60,
            let (fraction, zoneStart) = fraction(text), let offset = zone(text, from: zoneStart)
        else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        // The reference date is nearer than 1970, which leaves the fraction more bits.
        return Date(timeIntervalSinceReferenceDate: Double(seconds - 978_307_200) + fraction)
    }

    private static func separators(_ text: RawSpan) -> Bool {
        let isTime = text.byte(at: 10) | 0x20 == UInt8(ascii: "t") || text.byte(at: 10) == UInt8(ascii: " ")
        return isTime && text.byte(at: 4) == UInt8(ascii: "-") && text.byte(at: 7) == UInt8(ascii: "-")
            && text.byte(at: 13) == UInt8(ascii: ":") && text.byte(at: 16) == UInt8(ascii: ":")
    }

    private static func digit(_ text: RawSpan, _ offset: Int) -> Int? {
        guard offset < text.byteCount else { return nil }
        let byte = text.byte(at: offset)
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        return Int(byte - UInt8(ascii: "0"))
    }

    private static func number(_ text: RawSpan, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for offset in start..<start + count {
            guard let digit = digit(text, offset) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The fraction of a second and the offset behind it.
    private static func fraction(_ text: RawSpan) -> (Double, Int)? {
        guard text.byte(at: 19) == UInt8(ascii: ".") else { return (0, 19) }
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
        guard start < text.byteCount else { return nil }
        let sign = text.byte(at: start)
        if sign | 0x20 == UInt8(ascii: "z") { return start + 1 == text.byteCount ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.byteCount == start + 6,
            text.byte(at: start + 3) == UInt8(ascii: ":"),
            let hours = number(text, start + 1, 2), let minutes = number(text, start + 4, 2), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
    }

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
}
