/// One of a set of texts that Polar may extend at any time: what is not known is kept as it came.
public protocol OpenEnum: RawRepresentable, Hashable, Sendable where RawValue == String {
    /// The value for a text; never an unknown one for a text that is known.
    init(rawValue: String)
}

extension OpenEnum {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self.init(rawValue: try reader.text(json).string(in: json))
    }

    func encode(to writer: inout JSONWriter) {
        writer.write(rawValue)
    }
}
