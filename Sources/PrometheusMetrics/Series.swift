/// The values of one name with one set of labels.
protocol Series: Sendable {
    func write(_ name: MetricName, _ labels: LabelSet, into page: inout [UInt8])
}
