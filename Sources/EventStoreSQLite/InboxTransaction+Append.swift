import EventStore
import Foundation
import GRDB

extension InboxTransaction {
    /// Stores a message and its deliveries, unless its id is in the inbox already.
    func append(_ row: MessageRow) throws -> AppendOutcome {
        let message = row.message
        if let twin = try twin(of: message) { return try receiveAgain(twin, now: message.receivedAt) }
        guard let id = try insert(row) else { return try receiveAgain(message) }
        for delivery in message.deliveries {
            try insert(delivery, ofMessage: id, due: message.receivedAt)
        }
        return .accepted
    }

    /// The message with the same body at another endpoint, where these are compared.
    private func twin(of message: NewMessage) throws -> Int64? {
        guard let digest = message.digest else { return nil }
        return try fetch(
            "SELECT id FROM messages WHERE digest = ? AND endpoint <> CAST(? AS TEXT) ORDER BY id LIMIT 1",
            [Data(digest), ExactText(message.endpoint)]
        ) { row in
            try row.decode(Int64.self, atIndex: 0)
        }.first
    }

    /// The key of the new row, nil when the message is there already.
    func insert(_ row: MessageRow) throws -> Int64? {
        let statements = try appendStatements()
        guard let id = try statements.insert(row, into: database) else { return nil }
        try statements.noteArrival(of: id, at: row.receivedAt, in: database)
        return id
    }

    private func appendStatements() throws -> AppendStatements {
        if let statements = memory.statements { return statements }
        let statements = try AppendStatements(database)
        memory.statements = statements
        return statements
    }

    /// Stores a pending delivery at its place in its lane.
    func insert(_ delivery: NewDelivery, ofMessage id: Int64, due: Date) throws {
        try insert(delivery, ofMessage: id, due: due, place: enterLane(delivery.lane, of: delivery.handler))
    }

    /// Stores a pending delivery at a place; its key.
    @discardableResult
    func insert(_ delivery: NewDelivery, ofMessage id: Int64, due: Date, place: LanePlace?) throws -> Int64 {
        let key = try appendStatements().insert(
            delivery,
            ofMessage: id,
            due: due.microseconds,
            place: place,
            into: database
        )
        if place == .head { try noteHead(key, delivery.lane, of: delivery.handler) }
        return key
    }

    // MARK: Redelivery

    private func receiveAgain(_ message: NewMessage) throws -> AppendOutcome {
        let id = try fetch(
            "SELECT id FROM messages WHERE endpoint = CAST(? AS TEXT) AND webhook_id = CAST(? AS TEXT)",
            [ExactText(message.endpoint), ExactText(message.webhookID)]
        ) { row in
            try row.decode(Int64.self, atIndex: 0)
        }.first
        return try id.map { try receiveAgain($0, now: message.receivedAt) } ?? .duplicate
    }

    /// Makes the dead deliveries of a message pending again.
    private func receiveAgain(_ id: Int64, now: Date) throws -> AppendOutcome {
        let dead = try deliveryRows(ofMessage: id).filter { $0.state == .dead }
        for delivery in dead {
            try revive(delivery, now: now)
        }
        return dead.isEmpty ? .duplicate : .retrying(dead.map(\.handler))
    }
}
