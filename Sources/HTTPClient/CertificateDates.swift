import CCurl
package import Foundation

/// When a certificate is valid.
package struct CertificateDates: Hashable, Sendable {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    package let start: Date
    package let end: Date

    /// Reads the lines that curl has about a certificate, such as `Start date:Nov  3 10:00:00 2026 GMT`.
    init?(_ lines: UnsafePointer<curl_slist>?) {
        var dates: [Substring: Date] = [:]
        var next = lines
        while let line = next {
            next = UnsafePointer(line.pointee.next)
            guard let data = line.pointee.data else { continue }
            let parts = String(cString: data).split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].hasSuffix(" date"), let date = Self.date(parts[1]) else { continue }
            dates[parts[0]] = date
        }
        guard let start = dates["Start date"], let end = dates["Expire date"] else { return nil }
        (self.start, self.end) = (start, end)
    }

    private static func date(_ text: Substring) -> Date? {
        let parts = text.split { $0 == " " || $0 == ":" }
        let numbers = parts.dropFirst().prefix(5).compactMap { Int($0) }
        guard numbers.count == 5, let month = months.firstIndex(of: String(parts[0]))
        else { return nil }
        return DateComponents(
            calendar: Calendar(identifier: .gregorian),
            timeZone: .gmt,
            year: numbers[4],
            month: month + 1,
            day: numbers[0],
            hour: numbers[1],
            minute: numbers[2],
            second: numbers[3]
        ).date
    }
}
