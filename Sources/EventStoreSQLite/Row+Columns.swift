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

    /// A delivery's state.
    func state(_ column: Int) throws -> DeliveryState {
        guard let state = DeliveryState(rawValue: try text(column)) else {
            throw StoreError.damaged("read", cause: "a delivery has an unknown state")
        }
        return state
    }

    /// A date, nil when it is NULL.
    func optionalDate(_ column: Int) throws -> Date? {
        try decode(Int64?.self, atIndex: column).map(Date.init(microseconds:))
    }

    /// A date.
    func date(_ column: Int) throws -> Date {
        Date(microseconds: try decode(atIndex: column))
    }
}
