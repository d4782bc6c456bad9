import Foundation

/// The messages and deliveries of a ``MemoryStore``: they are numbered from 0 inside and from 1 outside.
struct MemoryInbox {
    /// A message and the indices of its deliveries.
    struct Entry {
        let message: NewMessage
        var deliveries: [Int] = []
    }

    /// Compares bytes, as a database does: texts that differ only in their Unicode form are two.
    private struct Key: Hashable {
        let endpoint: [UInt8]
        let webhookID: [UInt8]

        init(_ message: NewMessage) {
            endpoint = Array(message.endpoint.utf8)
            webhookID = Array(message.webhookID.utf8)
        }
    }

    let laneRule: LaneRule
    private(set) var entries: [Entry] = []
    private var indices: [Key: Int] = [:]
    var deliveries: [StoredDelivery] = []
    var lanes: [HandlerKey: Lane] = [:]

    /// The time of the latest event that succeeded.
    var latest: [HandlerKey: Date] = [:]

    init(laneRule: LaneRule) {
        self.laneRule = laneRule
    }

    // MARK: Appending

    mutating func append(_ message: NewMessage) -> AppendOutcome {
        let key = Key(message)
        if let index = indices[key] {
            return reviveDeadDeliveries(of: index, now: message.receivedAt)
        }
        let index = entries.count
        indices[key] = index
        entries.append(Entry(message: message))
        for delivery in message.deliveries {
            insert(delivery, ofMessage: index, due: message.receivedAt)
        }
        return .accepted
    }

    mutating func insert(_ delivery: NewDelivery, ofMessage message: Int, due: Date) {
        let index = deliveries.count
        deliveries.append(StoredDelivery(delivery, message: message, due: due))
        entries[message].deliveries.append(index)
        enterLane(index)
    }

    private mutating func reviveDeadDeliveries(of message: Int, now: Date) -> AppendOutcome {
        let dead = entries[message].deliveries.filter { deliveries[$0].state == .dead }
        for index in dead { revive(index, now: now) }
        return dead.isEmpty ? .duplicate : .retrying(dead.map { deliveries[$0].handler })
    }

    mutating func revive(_ index: Int, now: Date) {
        deliveries[index].revive(now: now)
        enterLane(index)
    }

    // MARK: Numbers

    /// The index of a number that callers use, if there is such an element.
    func index(_ number: Int64, in indices: Range<Int>) -> Int? {
        Int(exactly: number).flatMap { indices.contains($0 &- 1) ? $0 - 1 : nil }
    }

    /// The number that callers use for an index.
    func number(_ index: Int) -> Int64 {
        Int64(index) + 1
    }
}
