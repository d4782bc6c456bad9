public import CoreMetrics
import Synchronization

/// Keeps the metrics of a program and writes them as a page in Prometheus' text format 0.0.4.
///
/// One label with the same dimensions, in any order, is one series, whoever asks for it; a series stays on the page
/// until the program ends. To count or to record takes no lock and allocates nothing.
///
/// What the format does not allow is changed: a forbidden character of a name becomes `_`, a dimension with an empty
/// value is left out, and of a dimension that is given twice one value is kept. A label that is used with a second kind
/// of metric keeps its first kind, and what is recorded with the second goes nowhere.
public final class PrometheusRegistry: MetricsFactory {
    /// Bounds of buckets, in seconds, that suit the delivery of a message: from a millisecond to a minute.
    public static let defaultBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

    private let help: [String: String]
    private let buckets: [String: [Double]]
    private let defaultBuckets: [Double]
    private let families = Mutex(FamilyTable())

    /// Makes a registry without metrics.
    ///
    /// - Parameters:
    ///   - help: what each label means; a label that is not here has no help text.
    ///   - buckets: the upper bounds of the histogram of each label.
    ///   - defaultBuckets: the upper bounds of all other histograms.
    public init(
        help: [String: String] = [:],
        buckets: [String: [Double]] = [:],
        defaultBuckets: [Double] = PrometheusRegistry.defaultBuckets
    ) {
        self.help = help
        self.buckets = buckets
        self.defaultBuckets = defaultBuckets
    }

    /// All families as they are now, for a page that is then written without the lock.
    var currentFamilies: FamilyTable {
        families.withLock { $0 }
    }

    /// The series of a label and its dimensions; nil when the label belongs to another kind.
    func series<S: Series>(
        _ label: String,
        _ dimensions: [(String, String)],
        _ kind: MetricKind,
        make: () -> S
    ) -> S? {
        let labels = LabelSet(dimensions)
        return families.withLock { families in
            families.withFamily(MetricName(label), kind, help: help[label]) { $0.series(labels, make: make) }
        } ?? nil
    }

    /// Adds a source of samples; it is ignored when the name belongs to another kind.
    func add(_ name: String, _ kind: MetricKind, help text: String?, _ collector: @escaping Collector) {
        let text = text ?? help[name]
        families.withLock { families in
            _ = families.withFamily(MetricName(name), kind, help: text) { $0.collectors.append(collector) }
        }
    }

    func bounds(of label: String) -> [Double] {
        buckets[label] ?? defaultBuckets
    }
}
