import CoreMetrics
import Synchronization

/// Counts values by size; a value that is infinite or not a number is ignored.
final class HistogramSeries: Series, RecorderHandler, TimerHandler {
    /// By upper bound; the last one has no limit.
    private let buckets: [Bucket]
    private let sum = Atomic<Double>(0)

    /// - Parameter bounds: upper bounds in any order; those that are not finite are left out.
    init(bounds: [Double]) {
        buckets = (Set(bounds.filter(\.isFinite)).sorted() + [.infinity]).map(Bucket.init)
    }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        buckets.first { value <= $0.upperBound }?.count()
        sum.add(value)
    }

    /// A duration below zero, from a clock that was set back, counts as none.
    func recordNanoseconds(_ duration: Int64) {
        record(Double(max(0, duration)) / 1_000_000_000)
    }

    /// The count on the page is the sum of the buckets, so that they agree while others record.
    func write(_ name: MetricName, _ labels: LabelSet, into page: inout [UInt8]) {
        var total: UInt64 = 0
        for bucket in buckets {
            total &+= bucket.current
            page.writeSample(name, suffix: "_bucket", labels.with(upperBound: bucket.upperBound), String(total))
        }
        page.writeSample(name, suffix: "_sum", labels, sum.load(ordering: .relaxed).pageText)
        page.writeSample(name, suffix: "_count", labels, String(total))
    }
}
