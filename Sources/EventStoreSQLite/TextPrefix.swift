import EventStore
import Foundation
import GRDB

/// The beginning of a text as a range of its bytes, so that no character has a meaning.
struct TextPrefix {
    private let first: [UInt8]
    private let end: [UInt8]

    /// Fails for an empty prefix, which every text has.
    init?(_ prefix: String) {
        first = Array(prefix.utf8)
        // No byte of UTF-8 is 255.
        guard let last = first.last else { return nil }
        end = first.dropLast() + [last &+ 1]
    }

    /// The first text that has the prefix, if there is one.
    var start: SQL { "CAST(\(Data(first)) AS TEXT)" }

    /// The first text behind all that have it.
    var limit: SQL { "CAST(\(Data(end)) AS TEXT)" }

    /// The condition on a column.
    func condition(on column: SQL) -> SQL {
        "\(column) >= \(start) AND \(column) < \(limit)"
    }
}
