import CoreMetrics
import Synchronization

/// Holds one number; a change by an amount below zero, infinite or not a number is ignored.
final class GaugeSeries: Series, MeterHandler, RecorderHandler {
    private let value = Atomic<Double>(0)

    func set(_ value: Int64) { set(Double(value)) }

    func set(_ value: Double) { self.value.store(value, ordering: .relaxed) }

    func record(_ value: Int64) { set(Double(value)) }

    func record(_ value: Double) { set(value) }

    func increment(by amount: Double) {
        guard amount.isFinite, amount > 0 else { return }
        value.add(amount)
    }

    func decrement(by amount: Double) {
        guard amount.isFinite, amount > 0 else { return }
        value.add(-amount)
    }

    func write(_ name: MetricName, _ labels: LabelSet, into page: inout [UInt8]) {
        page.writeSample(name, labels, value.load(ordering: .relaxed).pageText)
    }
}
