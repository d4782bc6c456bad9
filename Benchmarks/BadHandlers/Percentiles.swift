/// The middle and the slow end of many durations.
struct Percentiles {
    private let sorted: [Duration]

    init(_ durations: [Duration]) {
        sorted = durations.sorted()
    }

    /// The figures by name, in milliseconds.
    func figures(_ name: String) -> [(name: String, milliseconds: Double)] {
        [50, 99].map { ("\(name)_p\($0)", percentile($0) / .milliseconds(1)) }
    }

    private func percentile(_ percent: Int) -> Duration {
        let index = sorted.count * percent / 100
        return sorted.indices.contains(index) ? sorted[index] : .zero
    }
}
