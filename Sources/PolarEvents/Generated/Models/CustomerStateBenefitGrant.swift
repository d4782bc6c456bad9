// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerStateBenefitGrant`.
    public struct CustomerStateBenefitGrant: Equatable, Sendable {
        /// `id`.
        public var id: String

        /// `created_at`.
        public var createdAt: Date

        /// `modified_at`.
        public var modifiedAt: Date?

        /// `granted_at`.
        public var grantedAt: Date

        /// `benefit_id`.
        public var benefitID: String

        /// `benefit_type`.
        public var benefitType: Polar.BenefitType

        /// `benefit_metadata`.
        public var benefitMetadata: [String: JSONValue]

        /// `properties`.
        public var properties: Polar.BenefitGrantProperties

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerStateBenefitGrant: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "granted_at", "benefit_id", "benefit_type", "benefit_metadata", "properties"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Date?
        var modifiedAt: Date?
        var grantedAt: Date?
        var benefitID: String?
        var benefitType: Polar.BenefitType?
        var benefitMetadata: [String: JSONValue]?
        var propertiesReader: JSONReader?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Date(from: &reader, json)
            case 2: modifiedAt = try Date?(from: &reader, json)
            case 3: grantedAt = try Date(from: &reader, json)
            case 4: benefitID = try String(from: &reader, json)
            case 5: benefitType = try Polar.BenefitType(from: &reader, json)
            case 6: benefitMetadata = try [String: JSONValue](from: &reader, json)
            case 7: propertiesReader = try reader.pass(json)
            default: try reader.skipValue(json)
            }
        }
        var past = try cursor.require(propertiesReader, "properties")
        let tag = try cursor.require(benefitType, "benefit_type").rawValue
        self.init(
            id: try cursor.require(id, "id"),
            createdAt: try cursor.require(createdAt, "created_at"),
            modifiedAt: modifiedAt,
            grantedAt: try cursor.require(grantedAt, "granted_at"),
            benefitID: try cursor.require(benefitID, "benefit_id"),
            benefitType: try cursor.require(benefitType, "benefit_type"),
            benefitMetadata: try cursor.require(benefitMetadata, "benefit_metadata"),
            properties: try Polar.BenefitGrantProperties(tag: tag, from: &past, json),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", createdAt)
        writer.member("modified_at", modifiedAt)
        writer.member("granted_at", grantedAt)
        writer.member("benefit_id", benefitID)
        writer.member("benefit_type", benefitType)
        writer.member("benefit_metadata", benefitMetadata)
        writer.member("properties", properties)
        writer.endObject()
    }
}
