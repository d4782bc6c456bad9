/// The Date field of answers, made once per second (RFC 9110 §5.6.7).
public struct HTTPDate: Sendable {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The second it stands for, in Unix time.
    public let second: Int64

    /// `Date: …` with its CRLF.
    let field: [UInt8]

    /// Makes the field for a second in Unix time, years 1970 to 9999; other times become the nearest of these.
    public init(second: Int64) {
        self.second = second
        let time = min(max(0, second), 253_402_300_799)
        let day = time / 86_400
        let (year, month, dayOfMonth) = Self.civil(day)
        let clock = [time / 3_600 % 24, time / 60 % 60, time % 60].map(Self.twoDigits).joined(separator: ":")
        let date = "\(Self.twoDigits(dayOfMonth)) \(Self.months[Int(month - 1)]) \(year)"
        field = Array("Date: \(Self.days[Int(day % 7)]), \(date) \(clock) GMT\r\n".utf8)
    }

    private static func twoDigits(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }

    /// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar whose years start in March.
    private static func civil(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
