// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `DiscountPercentageOnceForeverDuration`.
    public struct DiscountPercentageOnceForeverDuration: Equatable, Sendable {
        /// `duration`.
        public var duration: Polar.DiscountDuration

        /// `type`.
        public var type: Polar.DiscountType

        /// `basis_points`.
        public var basisPoints: Int

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

        /// `id`.
        public var id: String

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `name`.
        public var name: String

        /// `code`.
        public var code: String?

        /// `starts_at`.
        public var startsAt: Date? {
            get { exactStartsAt?.date }
            set { exactStartsAt = newValue.map(Timestamp.init) }
        }

        private var exactStartsAt: Timestamp?

        /// `ends_at`.
        public var endsAt: Date? {
            get { exactEndsAt?.date }
            set { exactEndsAt = newValue.map(Timestamp.init) }
        }

        private var exactEndsAt: Timestamp?

        /// `max_redemptions`.
        public var maxRedemptions: Int?

        /// `max_redemptions_per_customer`.
        public var maxRedemptionsPerCustomer: Int?

        /// `redemptions_count`.
        public var redemptionsCount: Int

        /// `organization_id`.
        public var organizationID: String

        /// `products`.
        public var products: [Polar.DiscountProduct]

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.DiscountPercentageOnceForeverDuration: JSONCodable {
    private static let fields: FieldNames = ["duration", "type", "basis_points", "created_at", "modified_at", "id", "metadata", "name", "code", "starts_at", "ends_at", "max_redemptions", "max_redemptions_per_customer", "redemptions_count", "organization_id", "products"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var duration: Polar.DiscountDuration?
        var type: Polar.DiscountType?
        var basisPoints: Int?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var metadata: JSONMap<JSONValue>?
        var name: String?
        var code: String?
        var startsAt: Timestamp?
        var endsAt: Timestamp?
        var maxRedemptions: Int?
        var maxRedemptionsPerCustomer: Int?
        var redemptionsCount: Int?
        var organizationID: String?
        var products: [Polar.DiscountProduct]?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: duration = try Polar.DiscountDuration(from: &reader, json)
            case 1: type = try Polar.DiscountType(from: &reader, json)
            case 2: basisPoints = try Int(from: &reader, json)
            case 3: createdAt = try Timestamp(from: &reader, json)
            case 4: modifiedAt = try Timestamp?(from: &reader, json)
            case 5: id = try String(from: &reader, json)
            case 6: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 7: name = try String(from: &reader, json)
            case 8: code = try String?(from: &reader, json)
            case 9: startsAt = try Timestamp?(from: &reader, json)
            case 10: endsAt = try Timestamp?(from: &reader, json)
            case 11: maxRedemptions = try Int?(from: &reader, json)
            case 12: maxRedemptionsPerCustomer = try Int?(from: &reader, json)
            case 13: redemptionsCount = try Int(from: &reader, json)
            case 14: organizationID = try String(from: &reader, json)
            case 15: products = try [Polar.DiscountProduct](from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            duration: try cursor.require(duration, "duration"),
            type: try cursor.require(type, "type"),
            basisPoints: try cursor.require(basisPoints, "basis_points"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            metadata: try cursor.require(metadata, "metadata"),
            name: try cursor.require(name, "name"),
            code: code,
            exactStartsAt: startsAt,
            exactEndsAt: endsAt,
            maxRedemptions: maxRedemptions,
            maxRedemptionsPerCustomer: maxRedemptionsPerCustomer,
            redemptionsCount: try cursor.require(redemptionsCount, "redemptions_count"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            products: try cursor.require(products, "products"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("duration", duration)
        writer.member("type", type)
        writer.member("basis_points", basisPoints)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("metadata", metadata)
        writer.member("name", name)
        writer.member("code", code)
        writer.member("starts_at", exactStartsAt)
        writer.member("ends_at", exactEndsAt)
        writer.member("max_redemptions", maxRedemptions)
        writer.member("max_redemptions_per_customer", maxRedemptionsPerCustomer)
        writer.member("redemptions_count", redemptionsCount)
        writer.member("organization_id", organizationID)
        writer.member("products", products)
        writer.endObject()
    }
}
