extension String {
    /// The lines of a page without its comments.
    var samples: [String] {
        split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }

    /// The value of the one sample that begins with this name and these labels.
    func value(of series: String) -> Double? {
        let lines = samples.filter { $0.hasPrefix(series + " ") }
        guard let line = lines.first, lines.count == 1 else { return nil }
        return Double(line.dropFirst(series.count + 1))
    }
}
