import Foundation

/// When a file gives way to a new one, and how many old ones are kept.
package struct RotationRule: Hashable, Sendable {
    /// The size in bytes that a file may not exceed, unless what is written to it at once does.
    package var size: Int?

    /// How many hours a file is for, counted from midnight in UTC: 24 makes a file a day.
    package var hours: Int?

    /// How many rotated files are kept; nil for all.
    package var keep: Int?

    /// Makes a rule; without arguments it keeps one file forever.
    package init(size: Int? = nil, hours: Int? = nil, keep: Int? = nil) {
        self.size = size
        self.hours = hours
        self.keep = keep
    }

    /// Whether a file of this size, last written to at some time, gives way before `count` more bytes now.
    ///
    /// The time of the last write survives a restart and is known everywhere; the time when a file was made is not.
    func ends(fileOf size: Int, writtenAt last: Date, now: Date, before count: Int) -> Bool {
        guard size > 0 else { return false }
        if let limit = self.size, count > limit - min(size, limit) { return true }
        guard let hours else { return false }
        let period = { (date: Date) in (date.timeIntervalSince1970 / (3_600 * TimeInterval(hours))).rounded(.down) }
        return period(last) < period(now)
    }
}
