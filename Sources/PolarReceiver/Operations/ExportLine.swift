package import EventStore

/// A line of `events export`.
///
/// The messages are numbered and the last line counts them, so that an import notices an export that was cut off, also at
/// the end of a line. Versions before 0.2 wrote neither.
package enum ExportLine: Codable, Sendable {
    /// A message, and its number from 1; nil in the export of an older version.
    case message(ArchivedMessage, number: Int?)

    /// The end of an export of so many messages.
    case end(messages: Int)

    private enum Key: String, CodingKey {
        case number, end_of_export
    }

    private struct End: Codable {
        let messages: Int
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let end = try container.decodeIfPresent(End.self, forKey: .end_of_export) {
            self = .end(messages: end.messages)
        } else {
            let number = try container.decodeIfPresent(Int.self, forKey: .number)
            self = .message(try ArchivedMessage(from: decoder), number: number)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .message(let message, let number):
            try message.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encodeIfPresent(number, forKey: .number)
        case .end(let messages):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(End(messages: messages), forKey: .end_of_export)
        }
    }
}

/// Notices what is missing in the lines of an export, or of several one after the other.
package struct ExportCheck {
    /// Why an export is not whole.
    package enum Gap: Error, Hashable {
        /// Nothing is in it, not even its end.
        case empty

        /// Its end is missing.
        case cutOff(afterMessages: Int)

        /// Messages are missing before a line, or too many are there.
        case missingMessages(expected: Int, found: Int)
    }

    /// The number of messages since the last end.
    private var count = 0
    private var isNumbered = false
    private var hasEnd = false

    /// Whether messages of an older version were among the lines, whose number is not known.
    package private(set) var isUncounted = false

    package init() {}

    /// Checks the next line.
    package mutating func read(_ line: ExportLine) throws(Gap) {
        switch line {
        case .message(_, let number):
            count += 1
            isNumbered = isNumbered || number != nil
            isUncounted = isUncounted || number == nil
            guard number == nil || number == count else { throw .missingMessages(expected: count, found: number ?? 0) }
        case .end(let messages):
            guard messages == count else { throw .missingMessages(expected: messages, found: count) }
            (count, isNumbered, hasEnd) = (0, false, true)
        }
    }

    /// Checks that nothing is missing after the last line.
    package func finish() throws(Gap) {
        guard !isNumbered else { throw .cutOff(afterMessages: count) }
        guard hasEnd || isUncounted else { throw .empty }
    }
}
