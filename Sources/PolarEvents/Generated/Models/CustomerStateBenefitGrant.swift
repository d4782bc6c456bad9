// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerStateBenefitGrant`.
    public struct CustomerStateBenefitGrant: Equatable, Sendable {
        /// `id`.
        public var id: String

        /// `created_at`.
        public var createdAt: Date {
            get { exactCreatedAt.date }
            set { exactCreatedAt = Timestamp(newValue) }
        }

        private var exactCreatedAt: Timestamp

        /// `modified_at`.
        public var modifiedAt: Date? {
            get { exactModifiedAt?.date }
            set { exactModifiedAt = newValue.map(Timestamp.init) }
        }

        private var exactModifiedAt: Timestamp?

        /// `granted_at`.
        public var grantedAt: Date {
            get { exactGrantedAt.date }
            set { exactGrantedAt = Timestamp(newValue) }
        }

        private var exactGrantedAt: Timestamp

        /// `benefit_id`.
        public var benefitID: String

        /// `benefit_type`.
        public var benefitType: Polar.BenefitType

        /// `benefit_metadata`.
        public var benefitMetadata: JSONMap<JSONValue>

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
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var grantedAt: Timestamp?
        var benefitID: String?
        var benefitType: Polar.BenefitType?
        var benefitMetadata: JSONMap<JSONValue>?
        var propertiesReader: JSONReader?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: grantedAt = try Timestamp(from: &reader, json)
            case 4: benefitID = try String(from: &reader, json)
            case 5: benefitType = try Polar.BenefitType(from: &reader, json)
            case 6: benefitMetadata = try JSONMap<JSONValue>(from: &reader, json)
            case 7: propertiesReader = try reader.pass(json)
            default: try reader.skipValue(json)
            }
        }
        var past = try cursor.require(propertiesReader, "properties")
        let tag = try cursor.require(benefitType, "benefit_type").rawValue
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            exactGrantedAt: try cursor.require(grantedAt, "granted_at"),
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
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("granted_at", exactGrantedAt)
        writer.member("benefit_id", benefitID)
        writer.member("benefit_type", benefitType)
        writer.member("benefit_metadata", benefitMetadata)
        writer.member("properties", properties)
        writer.endObject()
    }
}
