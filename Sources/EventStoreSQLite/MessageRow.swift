import EventStore
import Foundation
import GRDB

/// A message in the form of its row, made before it waits for the writer: that is the one thread for which all wait.
struct MessageRow: Sendable {
    let message: NewMessage

    /// The values of `INSERT INTO messages`, in its order.
    let arguments: StatementArguments

    init(_ message: NewMessage) {
        self.message = message
        arguments = [
            ExactText(message.endpoint),
            ExactText(message.webhookID),
            message.type.map(ExactText.init),
            message.timestamp?.microseconds,
            message.apiVersion.map(ExactText.init),
            message.subject.map(ExactText.init),
            HeaderList(message.headers).json,
            message.receivedAt.microseconds,
            Data(message.body),
            message.digest.map { Data($0) },
        ]
    }
}
