// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitDownloadablesProperties`.
    public struct BenefitDownloadablesProperties: Equatable, Sendable {
        /// `archived`.
        public var archived: JSONMap<Bool>

        /// `files`.
        public var files: [String]

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitDownloadablesProperties: JSONCodable {
    private static let fields: FieldNames = ["archived", "files"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var archived: JSONMap<Bool>?
        var files: [String]?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: archived = try JSONMap<Bool>(from: &reader, json)
            case 1: files = try [String](from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            archived: try cursor.require(archived, "archived"),
            files: try cursor.require(files, "files"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("archived", archived)
        writer.member("files", files)
        writer.endObject()
    }
}
