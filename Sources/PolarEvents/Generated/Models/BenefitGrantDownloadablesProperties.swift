// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantDownloadablesProperties`.
    public struct BenefitGrantDownloadablesProperties: Equatable, Sendable {
        /// `files`.
        public var files: [String]?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantDownloadablesProperties: JSONCodable {
    private static let fields: FieldNames = ["files"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var files: [String]?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: files = try [String]?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            files: files,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("files", files)
        writer.endObject()
    }
}
