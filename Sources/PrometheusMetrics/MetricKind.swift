/// What the values of a metric mean.
public struct MetricKind: Hashable, Sendable {
    /// The word of the text format.
    let name: String

    /// Only goes up, except when the program starts anew.
    public static let counter = MetricKind(name: "counter")

    /// Goes up and down.
    public static let gauge = MetricKind(name: "gauge")

    /// Counts values by their size.
    static let histogram = MetricKind(name: "histogram")

    /// The names of the samples that a family of this kind writes, and its own.
    func sampleNames(_ family: MetricName) -> Set<String> {
        let suffixes = self == .histogram ? ["", "_bucket", "_sum", "_count"] : [""]
        return Set(suffixes.map { family.text + $0 })
    }
}
