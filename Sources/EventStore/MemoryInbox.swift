import Foundation

/// The messages and deliveries of a ``MemoryStore``: they are numbered from 0 inside and from 1 outside.
struct MemoryInbox {
    /// A message and the indices of its deliveries.
    struct Entry {
        private(set) var message: StoredMessage
        private(set) var body: [UInt8]
        let digest: [UInt8]?
        var deliveries: [Int] = []
        fileprivate(set) var isRemoved = false

        init(_ message: NewMessage) {
            self.message = StoredMessage(message)
            body = message.body
            digest = message.digest
        }

        init(_ archive: ArchivedMessage) {
            message = archive.message
            body = archive.body
            digest = nil
        }

        /// Takes body, headers and subject away; false when that was done before.
        mutating func prune() -> Bool {
            guard !message.isPruned else { return false }
            clear()
            return true
        }

        /// Takes body, headers and subject away.
        mutating func clear() {
            message = message.pruned
            body = []
        }
    }

    /// Compares bytes, as a database does: texts that differ only in their Unicode form are two.
    private struct Key: Hashable {
        let endpoint: [UInt8]
        let webhookID: [UInt8]

        init(_ message: StoredMessage) {
            endpoint = Array(message.endpoint.utf8)
            webhookID = Array(message.webhookID.utf8)
        }
    }

    let laneRule: LaneRule
    var entries: [Entry] = []
    private var indices: [Key: Int] = [:]
    var deliveries: [StoredDelivery] = []
    var lanes: [HandlerKey: Lane] = [:]

    /// The time of the latest event that succeeded.
    var latest: [HandlerKey: Date] = [:]

    /// How far retention has come.
    var progress = RetentionProgress()

    /// The digests of subjects whose messages must not stay.
    var erasedSubjects: Set<[UInt8]> = []

    /// The indices of messages to empty once their deliveries are done.
    var erasing: Set<Int> = []

    init(laneRule: LaneRule) {
        self.laneRule = laneRule
    }

    // MARK: Appending

    mutating func append(_ message: NewMessage) -> AppendOutcome {
        let entry = Entry(message)
        if let index = index(of: entry) {
            return reviveDeadDeliveries(of: index, now: message.receivedAt)
        }
        let index = add(entry)
        for delivery in message.deliveries {
            add(StoredDelivery(delivery, message: index, due: message.receivedAt))
        }
        return .accepted
    }

    /// The message with the same id, or the same digest at another endpoint.
    private func index(of entry: Entry) -> Int? {
        if let index = indices[Key(entry.message)] { return index }
        guard let digest = entry.digest else { return nil }
        return entries.firstIndex { other in
            !other.isRemoved && other.digest == digest && other.message.endpoint != entry.message.endpoint
        }
    }

    /// Stores a message unless its id is there already.
    mutating func insert(_ entry: Entry) -> Int? {
        indices[Key(entry.message)] == nil ? add(entry) : nil
    }

    private mutating func add(_ entry: Entry) -> Int {
        let index = entries.count
        indices[Key(entry.message)] = index
        entries.append(entry)
        return index
    }

    /// Stores a delivery; an open one takes its place in its lane.
    mutating func add(_ delivery: StoredDelivery) {
        let index = deliveries.count
        deliveries.append(delivery)
        entries[delivery.message].deliveries.append(index)
        if delivery.state.isOpen, delivery.place == nil { enterLane(index) }
    }

    /// Forgets a message whose deliveries are all done; its row stays unused.
    mutating func remove(_ message: Int) {
        indices[Key(entries[message].message)] = nil
        _ = entries[message].prune()
        entries[message].isRemoved = true
    }

    private mutating func reviveDeadDeliveries(of message: Int, now: Date) -> AppendOutcome {
        let dead = entries[message].deliveries.filter { deliveries[$0].state == .dead }
        for index in dead { revive(index, now: now) }
        return dead.isEmpty ? .duplicate : .retrying(dead.map { deliveries[$0].handler })
    }

    mutating func revive(_ index: Int, asNew: Bool = false, now: Date) {
        deliveries[index].revive(asNew: asNew, now: now)
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
