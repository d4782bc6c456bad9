extension PrometheusRegistry {
    /// Adds a value that is read each time the page is written; nil leaves it out.
    ///
    /// The closure runs on the thread that writes the page, without a lock.
    public func collect(
        _ name: String,
        help: String? = nil,
        kind: MetricKind = .gauge,
        labels: [(String, String)] = [],
        value: @escaping @Sendable () -> Double?
    ) {
        let labels = LabelSet(labels)
        add(name, kind, help: help) { value().map { [(labels, $0)] } ?? [] }
    }

    /// Adds any number of samples that are read each time the page is written.
    ///
    /// A sample whose labels the family already has is left out.
    public func collect(
        _ name: String,
        help: String? = nil,
        kind: MetricKind = .gauge,
        samples: @escaping @Sendable () -> [MetricSample]
    ) {
        add(name, kind, help: help) { samples().map { (LabelSet($0.labels), $0.value) } }
    }
}
