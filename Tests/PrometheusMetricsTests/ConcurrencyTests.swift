import Metrics
import PrometheusMetrics
import Synchronization
import Testing

struct ConcurrencyTests {
    private static let threads = 8
    private static let rounds = 5000

    @Test func `loses nothing that many threads record`() async {
        let registry = PrometheusRegistry(defaultBuckets: [1])
        await onThreads(Self.threads) { number in
            // Each thread makes its own handles, so that this is tried at once too.
            let counter = Counter(label: "whole", factory: registry)
            let fractions = FloatingPointCounter(label: "fractions", factory: registry)
            let meter = Meter(label: "gauge", factory: registry)
            let recorder = Recorder(label: "sizes", factory: registry)
            for _ in 0..<Self.rounds {
                counter.increment()
                fractions.increment(by: 0.5)
                number.isMultiple(of: 2) ? meter.increment(by: 3) : meter.decrement(by: 1)
                recorder.record(number % 4)
            }
        }
        let total = Self.threads * Self.rounds
        #expect(
            registry.text().samples == [
                "fractions \(total / 2)", "gauge \(total)", #"sizes_bucket{le="1"} \#(total / 2)"#,
                #"sizes_bucket{le="+Inf"} \#(total)"#, "sizes_sum \(total * 3 / 2)", "sizes_count \(total)",
                "whole \(total)",
            ]
        )
    }

    @Test func `writes histograms that agree with themselves while others record`() async {
        let registry = PrometheusRegistry(defaultBuckets: [1, 2, 3])
        let recorder = Recorder(label: "sizes", factory: registry)
        let isWriting = Atomic(true)
        await onThreads(3) { number in
            guard number == 0 else {
                while isWriting.load(ordering: .relaxed) { recorder.record(number + 1) }
                return
            }
            var last = 0.0
            for _ in 0..<200 { last = checkedCount(registry.text(), atLeast: last) }
            isWriting.store(false, ordering: .relaxed)
        }
    }

    private func checkedCount(_ page: String, atLeast last: Double) -> Double {
        let buckets = ["1", "2", "3", "+Inf"].compactMap { page.value(of: #"sizes_bucket{le="\#($0)"}"#) }
        let count = page.value(of: "sizes_count") ?? -1
        #expect(buckets.count == 4 && buckets == buckets.sorted() && buckets.last == count && count >= last)
        return count
    }
}
