import EventStore
import Foundation
import GRDB

/// The beginning of `webhook-id`s as a range of their bytes, so that no character has a meaning.
struct IDPrefix {
    private let first: [UInt8]
    private let end: [UInt8]

    /// Fails for an empty prefix, which every id has.
    init?(_ prefix: String) {
        first = Array(prefix.utf8)
        // No byte of UTF-8 is 255.
        guard let last = first.last else { return nil }
        end = first.dropLast() + [last &+ 1]
    }

    /// The condition on a message.
    var condition: SQL {
        "webhook_id >= CAST(\(Data(first)) AS TEXT) AND webhook_id < CAST(\(Data(end)) AS TEXT)"
    }
}
