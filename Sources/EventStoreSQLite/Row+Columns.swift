import EventStore
import Foundation
import GRDB

extension Row {
    /// All bytes of a column, those behind a NUL too.
    func bytes(_ column: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: column) { data in data.map(Array.init) ?? [] }
    }

    /// A text column with all its characters.
    func text(_ column: Int) throws -> String {
        guard let text = try optionalText(column) else { throw StoreError.damaged("read", cause: "a text is missing") }
        return text
    }

    /// A text column with all its characters, nil when it is NULL.
    func optionalText(_ column: Int) throws -> String? {
        try withUnsafeData(atIndex: column) { data in
            data.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
