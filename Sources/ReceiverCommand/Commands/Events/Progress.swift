import Foundation

/// A bar on standard error, where that is a terminal.
struct Progress {
    private static let width = 30

    private let total: Int
    private let isVisible = isatty(STDERR_FILENO) == 1
    private var done = 0

    init(total: Int) {
        self.total = total
    }

    mutating func advance(by count: Int) {
        done += count
        guard isVisible, total > 0 else { return }
        let filled = min(Self.width, Self.width * done / total)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
        write("\r[\(bar)] \(done)/\(total)")
    }

    func end() {
        if isVisible, done > 0 { write("\n") }
    }

    private func write(_ text: String) {
        StandardStream.error(text: text)
    }
}
