/// One value of a metric that is read when the page is written.
public struct MetricSample: Sendable {
    let labels: [(String, String)]
    let value: Double

    /// A value with its labels.
    public init(_ value: Double, labels: [(String, String)] = []) {
        self.labels = labels
        self.value = value
    }
}
