/// The labels of one series as the page shows them; the same dimensions in another order are equal.
struct LabelSet: Hashable, Comparable, Sendable {
    /// `name="value"` of each label, by name.
    let bytes: [UInt8]

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Prometheus takes a label with an empty value for none, and refuses a page with a name twice in one series.
    init(_ dimensions: [(String, String)]) {
        var bytes: [UInt8] = []
        var last: String?
        let labels = dimensions.filter { !$0.1.isEmpty }.map { (Self.name($0.0), $0.1) }
        for (name, value) in labels.sorted(by: <) where name != last {
            Self.append(name, value, to: &bytes)
            last = name
        }
        self.bytes = bytes
    }

    /// The labels of a bucket.
    func with(upperBound: Double) -> LabelSet {
        var bytes = bytes
        Self.append("le", upperBound.pageText, to: &bytes)
        return LabelSet(bytes: bytes)
    }

    static func < (left: LabelSet, right: LabelSet) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// The format keeps two names for itself: histograms and summaries use them.
    private static func name(_ text: String) -> String {
        let name = MetricName.label(text)
        return name == "le" || name == "quantile" ? "exported_" + name : name
    }

    private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        if !bytes.isEmpty { bytes.write(",") }
        bytes.write(name)
        bytes.write("=\"")
        bytes.write(escaped: value, quotes: true)
        bytes.write("\"")
    }
}
