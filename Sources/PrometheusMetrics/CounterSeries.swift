import CoreMetrics
import Synchronization

/// Counts up, in whole numbers and in fractions; an amount below zero, infinite or not a number is ignored.
final class CounterSeries: Series, CounterHandler, FloatingPointCounterHandler {
    /// Wraps, which Prometheus takes for a restart of the program.
    private let whole = Atomic<UInt64>(0)
    private let fractions = Atomic<Double>(0)

    func increment(by amount: Int64) {
        whole.wrappingAdd(UInt64(clamping: amount), ordering: .relaxed)
    }

    func increment(by amount: Double) {
        guard amount.isFinite, amount > 0 else { return }
        fractions.add(amount)
    }

    func reset() {
        whole.store(0, ordering: .relaxed)
        fractions.store(0, ordering: .relaxed)
    }

    func write(_ name: MetricName, _ labels: LabelSet, into page: inout [UInt8]) {
        page.writeSample(name, labels, text)
    }

    /// A count in whole numbers alone is exact, however large it is.
    private var text: String {
        let whole = whole.load(ordering: .relaxed)
        let fractions = fractions.load(ordering: .relaxed)
        return fractions == 0 ? String(whole) : (Double(whole) + fractions).pageText
    }
}
