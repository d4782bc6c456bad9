// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `DiscountPercentageRepeatDurationBase`.
    public struct DiscountPercentageRepeatDurationBase: Equatable, Sendable {
        /// `duration`.
        public var duration: Polar.DiscountDuration

        /// `duration_in_months`.
        public var durationInMonths: Int

        /// `type`.
        public var type: Polar.DiscountType

        /// `basis_points`.
        public var basisPoints: Int

        /// `created_at`.
        public var createdAt: Date

        /// `modified_at`.
        public var modifiedAt: Date?

        /// `id`.
        public var id: String

        /// `metadata`.
        public var metadata: [String: JSONValue]

        /// `name`.
        public var name: String

        /// `code`.
        public var code: String?

        /// `starts_at`.
        public var startsAt: Date?

        /// `ends_at`.
        public var endsAt: Date?

        /// `max_redemptions`.
        public var maxRedemptions: Int?

        /// `max_redemptions_per_customer`.
        public var maxRedemptionsPerCustomer: Int?

        /// `redemptions_count`.
        public var redemptionsCount: Int

        /// `organization_id`.
        public var organizationID: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.DiscountPercentageRepeatDurationBase: JSONCodable {
    private static let fields: FieldNames = ["duration", "duration_in_months", "type", "basis_points", "created_at", "modified_at", "id", "metadata", "name", "code", "starts_at", "ends_at", "max_redemptions", "max_redemptions_per_customer", "redemptions_count", "organization_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var duration: Polar.DiscountDuration?
        var durationInMonths: Int?
        var type: Polar.DiscountType?
        var basisPoints: Int?
        var createdAt: Date?
        var modifiedAt: Date?
        var id: String?
        var metadata: [String: JSONValue]?
        var name: String?
        var code: String?
        var startsAt: Date?
        var endsAt: Date?
        var maxRedemptions: Int?
        var maxRedemptionsPerCustomer: Int?
        var redemptionsCount: Int?
        var organizationID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: duration = try Polar.DiscountDuration(from: &reader, json)
            case 1: durationInMonths = try Int(from: &reader, json)
            case 2: type = try Polar.DiscountType(from: &reader, json)
            case 3: basisPoints = try Int(from: &reader, json)
            case 4: createdAt = try Date(from: &reader, json)
            case 5: modifiedAt = try Date?(from: &reader, json)
            case 6: id = try String(from: &reader, json)
            case 7: metadata = try [String: JSONValue](from: &reader, json)
            case 8: name = try String(from: &reader, json)
            case 9: code = try String?(from: &reader, json)
            case 10: startsAt = try Date?(from: &reader, json)
            case 11: endsAt = try Date?(from: &reader, json)
            case 12: maxRedemptions = try Int?(from: &reader, json)
            case 13: maxRedemptionsPerCustomer = try Int?(from: &reader, json)
            case 14: redemptionsCount = try Int(from: &reader, json)
            case 15: organizationID = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            duration: try cursor.require(duration, "duration"),
            durationInMonths: try cursor.require(durationInMonths, "duration_in_months"),
            type: try cursor.require(type, "type"),
            basisPoints: try cursor.require(basisPoints, "basis_points"),
            createdAt: try cursor.require(createdAt, "created_at"),
            modifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            metadata: try cursor.require(metadata, "metadata"),
            name: try cursor.require(name, "name"),
            code: code,
            startsAt: startsAt,
            endsAt: endsAt,
            maxRedemptions: maxRedemptions,
            maxRedemptionsPerCustomer: maxRedemptionsPerCustomer,
            redemptionsCount: try cursor.require(redemptionsCount, "redemptions_count"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("duration", duration)
        writer.member("duration_in_months", durationInMonths)
        writer.member("type", type)
        writer.member("basis_points", basisPoints)
        writer.member("created_at", createdAt)
        writer.member("modified_at", modifiedAt)
        writer.member("id", id)
        writer.member("metadata", metadata)
        writer.member("name", name)
        writer.member("code", code)
        writer.member("starts_at", startsAt)
        writer.member("ends_at", endsAt)
        writer.member("max_redemptions", maxRedemptions)
        writer.member("max_redemptions_per_customer", maxRedemptionsPerCustomer)
        writer.member("redemptions_count", redemptionsCount)
        writer.member("organization_id", organizationID)
        writer.endObject()
    }
}
