/// Gives the samples of a family now.
typealias Collector = @Sendable () -> [(LabelSet, Double)]

/// All series of one name.
struct Family: Sendable {
    let kind: MetricKind
    var help: String?
    var collectors: [Collector] = []
    private var series: [LabelSet: any Series] = [:]

    init(kind: MetricKind) {
        self.kind = kind
    }

    /// The series with these labels, made if it is new.
    mutating func series<S: Series>(_ labels: LabelSet, make: () -> S) -> S? {
        if let known = series[labels] { return known as? S }
        let new = make()
        series[labels] = new
        return new
    }

    func write(_ name: MetricName, into page: inout [UInt8]) {
        let all = collected().sorted { $0.key < $1.key }
        guard !all.isEmpty else { return }
        page.writeHeader(name, kind, help: help)
        for (labels, series) in all { series.write(name, labels, into: &page) }
    }

    /// The series together with what the collectors give; labels that are already there stay as they are.
    private func collected() -> [LabelSet: any Series] {
        var all = series
        for collector in collectors {
            for (labels, value) in collector() where all[labels] == nil {
                all[labels] = CollectedValue(value: value)
            }
        }
        return all
    }
}
