// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `ProductMediaFileRead`.
    public struct ProductMediaFileRead: Equatable, Sendable {
        /// `id`.
        public var id: String

        /// `organization_id`.
        public var organizationID: String

        /// `name`.
        public var name: String

        /// `path`.
        public var path: String

        /// `mime_type`.
        public var mimeType: String

        /// `size`.
        public var size: Int

        /// `storage_version`.
        public var storageVersion: String?

        /// `checksum_etag`.
        public var checksumETag: String?

        /// `checksum_sha256_base64`.
        public var checksumSHA256Base64: String?

        /// `checksum_sha256_hex`.
        public var checksumSHA256Hex: String?

        /// `last_modified_at`.
        public var lastModifiedAt: Date? {
            get { exactLastModifiedAt?.date }
            set { exactLastModifiedAt = newValue.map(Timestamp.init) }
        }

        private var exactLastModifiedAt: Timestamp?

        /// `version`.
        public var version: String?

        /// `service`.
        public var service: String

        /// `is_uploaded`.
        public var isUploaded: Bool

        /// `created_at`.
        public var createdAt: Date {
            get { exactCreatedAt.date }
            set { exactCreatedAt = Timestamp(newValue) }
        }

        private var exactCreatedAt: Timestamp

        /// `size_readable`.
        public var sizeReadable: String

        /// `public_url`.
        public var publicURL: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.ProductMediaFileRead: JSONCodable {
    private static let fields: FieldNames = ["id", "organization_id", "name", "path", "mime_type", "size", "storage_version", "checksum_etag", "checksum_sha256_base64", "checksum_sha256_hex", "last_modified_at", "version", "service", "is_uploaded", "created_at", "size_readable", "public_url"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var organizationID: String?
        var name: String?
        var path: String?
        var mimeType: String?
        var size: Int?
        var storageVersion: String?
        var checksumETag: String?
        var checksumSHA256Base64: String?
        var checksumSHA256Hex: String?
        var lastModifiedAt: Timestamp?
        var version: String?
        var service: String?
        var isUploaded: Bool?
        var createdAt: Timestamp?
        var sizeReadable: String?
        var publicURL: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: organizationID = try String(from: &reader, json)
            case 2: name = try String(from: &reader, json)
            case 3: path = try String(from: &reader, json)
            case 4: mimeType = try String(from: &reader, json)
            case 5: size = try Int(from: &reader, json)
            case 6: storageVersion = try String?(from: &reader, json)
            case 7: checksumETag = try String?(from: &reader, json)
            case 8: checksumSHA256Base64 = try String?(from: &reader, json)
            case 9: checksumSHA256Hex = try String?(from: &reader, json)
            case 10: lastModifiedAt = try Timestamp?(from: &reader, json)
            case 11: version = try String?(from: &reader, json)
            case 12: service = try String(from: &reader, json)
            case 13: isUploaded = try Bool(from: &reader, json)
            case 14: createdAt = try Timestamp(from: &reader, json)
            case 15: sizeReadable = try String(from: &reader, json)
            case 16: publicURL = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            name: try cursor.require(name, "name"),
            path: try cursor.require(path, "path"),
            mimeType: try cursor.require(mimeType, "mime_type"),
            size: try cursor.require(size, "size"),
            storageVersion: storageVersion,
            checksumETag: checksumETag,
            checksumSHA256Base64: checksumSHA256Base64,
            checksumSHA256Hex: checksumSHA256Hex,
            exactLastModifiedAt: lastModifiedAt,
            version: version,
            service: try cursor.require(service, "service"),
            isUploaded: try cursor.require(isUploaded, "is_uploaded"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            sizeReadable: try cursor.require(sizeReadable, "size_readable"),
            publicURL: try cursor.require(publicURL, "public_url"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("organization_id", organizationID)
        writer.member("name", name)
        writer.member("path", path)
        writer.member("mime_type", mimeType)
        writer.member("size", size)
        writer.member("storage_version", storageVersion)
        writer.member("checksum_etag", checksumETag)
        writer.member("checksum_sha256_base64", checksumSHA256Base64)
        writer.member("checksum_sha256_hex", checksumSHA256Hex)
        writer.member("last_modified_at", exactLastModifiedAt)
        writer.member("version", version)
        writer.member("service", service)
        writer.member("is_uploaded", isUploaded)
        writer.member("created_at", exactCreatedAt)
        writer.member("size_readable", sizeReadable)
        writer.member("public_url", publicURL)
        writer.endObject()
    }
}
