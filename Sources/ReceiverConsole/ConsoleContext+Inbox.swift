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
    func newestOfEachType() async throws(StoreError) -> [(type: String, record: MessageRecord, drift: Drift?)] {
        var found: [(String, MessageRecord, Drift?)] = []
        for (type, row) in try await inbox.newestRows().sorted(by: { $0.key < $1.key }) {
            guard let record = try await record("\(row)") else { continue }
            let isReadable = EventType(rawValue: type).isKnown && !record.message.isPruned
            let body = isReadable ? try await inbox.body(ofMessage: row) : nil
            found.append((type, record, body.map(Drift.init)))
        }
        return found
    }

    /// Says in the log that somebody has done something.
    func audit(_ sentence: Logger.Message, _ request: ConsoleRequest, _ visitor: Visitor, _ facts: Logger.Metadata) {
        let metadata: Logger.Metadata = [
            "client.address": "\(request.client)", "console.proof": "\(visitor.proof.rawValue)",
        ]
        logger.notice(sentence, metadata: metadata.merging(facts) { $1 })
    }
}
