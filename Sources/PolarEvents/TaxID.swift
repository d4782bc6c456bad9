extension Polar {
    /// A tax number and what kind of number it is; on the wire an array of the two.
    public struct TaxID: Equatable, Sendable {
        /// The number.
        public var number: String

        /// Its kind, such as `eu_vat`.
        public var format: TaxIDFormat
    }
}

extension Polar.TaxID: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        (number, format) = try reader.pair(json)
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginArray()
        writer.element(number)
        writer.element(format)
        writer.endArray()
    }
}
