/// A value that a collector gave.
struct CollectedValue: Series {
    let value: Double

    func write(_ name: MetricName, _ labels: LabelSet, into page: inout [UInt8]) {
        page.writeSample(name, labels, value.pageText)
    }
}
