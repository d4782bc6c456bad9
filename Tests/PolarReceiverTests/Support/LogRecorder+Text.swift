import PolarReceiverTesting

extension LogRecorder {
    /// Everything as one text, to look for what must not be there.
    var text: String { lines.map(\.description).joined(separator: "\n") }
}
