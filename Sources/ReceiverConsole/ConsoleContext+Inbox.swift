import EventStore
import HTTPWire
import Logging
import PolarReceiver

extension ConsoleContext {
    /// The message of a row that a link names.
    func record(_ row: Substring) async throws(StoreError) -> MessageRecord? {
        guard let row = Int64(row), row > 0, row < .max else { return nil }
        return try await inbox.messages(MessageQuery(), MessagePage(.newestFirst, after: row + 1, limit: 1)).first {
            $0.row == row
        }
    }

    /// The newest message of each event type, with what this version does not know of it.
    ///
    /// Known types come first. At most ``typeLimit`` are listed, and of those only bodies compared for which there is time.
    /// - Returns: the types, and how many more there are.
    func newestOfEachType() async throws(StoreError) -> (types: [NewestOfType], more: Int) {
        let end = ContinuousClock.now + Self.comparingLimit
        let rows = try await inbox.newestRows().map {
            (type: $0.key, row: $0.value, isKnown: EventType(rawValue: $0.key).isKnown)
        }
        let sorted = rows.sorted { ($0.isKnown ? 0 : 1, $0.type) < ($1.isKnown ? 0 : 1, $1.type) }
        var found: [NewestOfType] = []
        for (type, row, isKnown) in sorted.prefix(Self.typeLimit) {
            guard let record = try await record("\(row)") else { continue }
            let isComparable = isKnown && !record.message.isPruned && record.message.bodySize <= Drift.bodyLimit
            let body = isComparable && .now < end ? try await inbox.body(ofMessage: row) : nil
            found.append(NewestOfType(type: type, isKnown: isKnown, record: record, drift: body.map(Drift.init)))
        }
        return (found, rows.count - min(rows.count, Self.typeLimit))
    }

    private static let typeLimit = 200
    private static let comparingLimit = Duration.seconds(3)

    /// Says in the log what an operator has done.
    func audit(_ sentence: Logger.Message, _ request: ConsoleRequest, _ visitor: Visitor, _ facts: Logger.Metadata) {
        let metadata: Logger.Metadata = [
            "client.address": "\(request.client)", "console.proof": "\(visitor.proof.rawValue)",
        ]
        logger.notice(sentence, metadata: metadata.merging(facts) { $1 })
    }
}

/// The newest message of an event type.
struct NewestOfType {
    let type: String
    let isKnown: Bool
    let record: MessageRecord

    /// Nil where the body was not compared: of an unknown type, pruned, long, or for lack of time.
    let drift: Drift?
}
