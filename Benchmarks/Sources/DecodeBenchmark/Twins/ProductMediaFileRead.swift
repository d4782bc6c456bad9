// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation

extension Twins {
    /// `ProductMediaFileRead` as Foundation decodes it.
    struct ProductMediaFileRead: Codable {
        let id: String
        let organizationID: String
        let name: String
        let path: String
        let mimeType: String
        let size: Int
        let storageVersion: String?
        let checksumETag: String?
        let checksumSHA256Base64: String?
        let checksumSHA256Hex: String?
        let lastModifiedAt: Date?
        let version: String?
        let service: String
        let isUploaded: Bool
        let createdAt: Date
        let sizeReadable: String
        let publicURL: String

        enum CodingKeys: String, CodingKey {
            case id
            case organizationID = "organization_id"
            case name
            case path
            case mimeType = "mime_type"
            case size
            case storageVersion = "storage_version"
            case checksumETag = "checksum_etag"
            case checksumSHA256Base64 = "checksum_sha256_base64"
            case checksumSHA256Hex = "checksum_sha256_hex"
            case lastModifiedAt = "last_modified_at"
            case version
            case service
            case isUploaded = "is_uploaded"
            case createdAt = "created_at"
            case sizeReadable = "size_readable"
            case publicURL = "public_url"
        }
    }
}
