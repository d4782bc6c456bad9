extension PrometheusRegistry {
    /// The content type of the page.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// Appends the page: families by name, and the series of each by their labels.
    public func write(into page: inout [UInt8]) {
        currentFamilies.write(into: &page)
    }

    /// The page as text.
    public func text() -> String {
        var page: [UInt8] = []
        write(into: &page)
        return String(decoding: page, as: UTF8.self)
    }
}
