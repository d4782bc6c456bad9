import EventStore

/// A message in the form of its row, made before it waits for the writer: that is the one thread for which all wait.
struct MessageRow: Sendable {
    let message: NewMessage
    let timestamp: Int64?
    let headers: String
    let receivedAt: Int64

    init(_ message: NewMessage) {
        self.message = message
        timestamp = message.timestamp?.microseconds
        headers = HeaderList(message.headers).json
        receivedAt = message.receivedAt.microseconds
    }
}
