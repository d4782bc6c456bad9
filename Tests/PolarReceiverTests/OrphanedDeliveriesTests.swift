import EventStore
import Testing

@testable import PolarReceiver

/// Deliveries of handlers that a configuration does not have.
struct OrphanedDeliveriesTests {
    private let summary = InboxSummary(counts: [
        "shop": [.pending: 4, .running: 1, .dead: 2], "store": [.pending: 7], "old": [.dead: 1], "done": [:],
    ])

    @Test func `counts those of missing handlers only`() {
        let orphans = OrphanedDeliveries(in: summary, handlers: ["store"])
        #expect(orphans.counts.map(\.handler) == ["old", "shop"])
        #expect(orphans.counts.map(\.open) == [0, 5])
        #expect(orphans.counts.map(\.dead) == [1, 2])
        #expect(OrphanedDeliveries(in: summary, handlers: ["store", "shop", "old"]).counts.isEmpty)
    }

    @Test func `names the handler and both ways out`() {
        let sentences = OrphanedDeliveries(in: summary, handlers: ["store", "old"]).sentences
        #expect(sentences.count == 1)
        #expect(sentences.first?.contains("5 pending and 2 dead deliveries of the handler shop") == true)
        #expect(sentences.first?.contains("'events replay --handler shop --as NAME'") == true)
        #expect(sentences.first?.contains("'events dismiss --handler shop --state pending'") == true)
    }
}
