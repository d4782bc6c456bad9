import Foundation

extension Date {
    /// The moment as Polar writes it: RFC 3339 in UTC with six fraction digits.
    var polarText: String {
        let microseconds = (timeIntervalSince1970 * 1_000_000).rounded()
        let seconds = (microseconds / 1_000_000).rounded(.down)
        let fraction = Int(microseconds - seconds * 1_000_000)
        let wholeSeconds = Date(timeIntervalSince1970: seconds).formatted(.iso8601).dropLast()
        return "\(wholeSeconds).\(String(1_000_000 + fraction).dropFirst())Z"
    }
}
