import Foundation

/// Counts the requests of each token in a minute.
struct RateLimiter {
    private let limit: Int
    private var windows: [String: (start: Date, count: Int)] = [:]

    init(limit: Int) {
        self.limit = limit
    }

    /// How many seconds to wait; nil where the request may be made.
    mutating func wait(for token: String, now: Date = Date()) -> Int? {
        var window = windows[token] ?? (now, 0)
        if now.timeIntervalSince(window.start) >= 60 { window = (now, 0) }
        window.count += 1
        windows[token] = window
        guard window.count > limit else { return nil }
        return max(1, Int((60 - now.timeIntervalSince(window.start)).rounded(.up)))
    }
}
