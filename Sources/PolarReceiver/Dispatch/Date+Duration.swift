import Foundation

extension Date {
    /// The date `duration` later.
    static func + (date: Date, duration: Duration) -> Date {
        date.addingTimeInterval(duration / .seconds(1))
    }

    /// The date `duration` earlier.
    static func - (date: Date, duration: Duration) -> Date {
        date.addingTimeInterval(-(duration / .seconds(1)))
    }
}

extension Date {
    /// Whole seconds since 1970, towards the past; a date outside the range of the type is its end.
    var unixSeconds: Int64 {
        Int64(exactly: timeIntervalSince1970.rounded(.down)) ?? (timeIntervalSince1970 < 0 ? .min : .max)
    }
}
