/// What is read from a document and written into one.
///
/// It takes the place of `Codable`, whose containers cost ten times as much as the reading itself.
typealias JSONCodable = JSONDecodable & JSONEncodable

/// What is read from a document.
protocol JSONDecodable {
    /// Reads one value, which is next in `json`.
    ///
    /// - Throws: ``JSONError`` when it is something else, or no JSON.
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError)
}

/// What is written into a document.
protocol JSONEncodable {
    /// Writes the value.
    func encode(to writer: inout JSONWriter)
}
