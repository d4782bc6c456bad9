import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Takes body and headers from messages whose deliveries are all done, and removes those that arrived before `limit`.
    func prune(messages rows: [Int64], keepingIDsSince limit: Date) throws -> Int {
        try Set(rows).count { row in
            guard try deliveryRows(ofMessage: row).allSatisfy(\.state.isFinal) else { return false }
            return try remove(row, before: limit) || empty(row)
        }
    }

    /// False for a message that is to stay.
    private func remove(_ message: Int64, before limit: Date) throws -> Bool {
        try run("DELETE FROM messages WHERE id = ? AND received_at < ?", [message, limit.microseconds])
        return hasChangedRows
    }

    /// False for a message that was emptied before.
    private func empty(_ message: Int64) throws -> Bool {
        try run("UPDATE messages SET headers = '', body = X'' WHERE id = ? AND headers <> ''", [message])
        return hasChangedRows
    }
}
