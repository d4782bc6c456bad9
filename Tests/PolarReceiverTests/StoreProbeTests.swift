import EventStore
import PolarReceiverTesting
import Testing

@testable import PolarReceiver

@Suite(.timeLimit(.minutes(5)))
struct StoreProbeTests {
    /// A store that counts its probes; each waits until the test lets it go.
    private struct CountingStore: ForwardingStore {
        let store = MemoryStore()
        let probes = Shared(0)
        let isOpen = Shared(true)
        let isFull = Shared(false)

        func probe() async throws(StoreError) {
            probes.change { $0 += 1 }
            while !isOpen.value { await Task.yield() }
            if isFull.value { throw StoreProbeTests.full }
        }
    }

    private static let full = StoreError(.full, operation: "probe", description: "The disk is full.")
    private static let failure = Result<AppendOutcome, StoreError>.failure(full)

    private let store = CountingStore()
    private let now = Shared(ContinuousClock.now)

    /// How many probes have come to the end of their patience; the test says when.
    private let patience = AsyncStream.makeStream(of: Void.self)
    private let probe: StoreProbe

    init() {
        probe = StoreProbe(store: store, now: { [now] in now.value }) { [patience] _ in
            for await _ in patience.stream { return }
        }
    }

    private func pass(_ duration: Duration) {
        now.change { $0 = $0 + duration }
    }

    private func code() async -> StoreError.Code? {
        if case .failure(let error) = await probe.check() { error.code } else { nil }
    }

    @Test func `asks the store once in two seconds, however often it is asked`() async {
        #expect(probe.verdict == nil)
        for _ in 0..<100 { #expect(await code() == nil) }
        pass(.milliseconds(1_999))
        #expect(probe.verdict != nil)
        #expect(store.probes.value == 1)
        store.isFull.change { $0 = true }
        pass(.milliseconds(1))
        #expect(probe.verdict == nil)
        for _ in 0..<100 { #expect(await code() == .full) }
        #expect(store.probes.value == 2)
    }

    @Test func `shares a probe among all who ask meanwhile`() async {
        store.isOpen.change { $0 = false }
        await withTaskGroup(of: StoreError.Code?.self) { group in
            for _ in 0..<50 { group.addTask { await code() } }
            while store.probes.value == 0 { await Task.yield() }
            store.isOpen.change { $0 = true }
            for await code in group { #expect(code == nil) }
        }
        #expect(store.probes.value == 1)
    }

    @Test func `takes a message that was stored for a probe`() async {
        for _ in 0..<5 {
            pass(.seconds(60))
            probe.note(.success(.accepted), at: now.value)
            #expect(await code() == nil)
        }
        #expect(store.probes.value == 0)
        pass(.seconds(2))
        probe.note(.success(.duplicate), at: now.value)
        #expect(await code() == nil)
        #expect(store.probes.value == 1)
    }

    @Test func `is unready at once when a message cannot be stored, until something can be`() async {
        #expect(await code() == nil)
        probe.note(Self.failure, at: now.value)
        #expect(await code() == .full)
        #expect(store.probes.value == 1)
        probe.note(.success(.retrying([])), at: now.value)
        #expect(await code() == nil)
        probe.note(Self.failure, at: now.value)
        pass(.seconds(2))
        #expect(await code() == nil)
        #expect(store.probes.value == 2)
    }

    @Test func `stays ready while too much waits to be written`() async {
        #expect(await code() == nil)
        probe.note(.failure(StoreError(.overloaded, operation: "append", description: "Too much.")), at: now.value)
        #expect(await code() == nil)
    }

    @Test func `does not wait for a store that does not answer, and starts no second probe`() async throws {
        store.isOpen.change { $0 = false }
        async let first = code()
        try await eventually { store.probes.value == 1 }
        patience.continuation.yield()
        #expect(await first == .unresponsive)
        pass(.seconds(60))
        #expect(await code() == .unresponsive)
        #expect(store.probes.value == 1)
        // A message that is stored after all is news.
        probe.note(.success(.accepted), at: now.value)
        #expect(await code() == nil)
        store.isOpen.change { $0 = true }
        pass(.seconds(60))
        try await eventually { await code() == nil }
    }
}
