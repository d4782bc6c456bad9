// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `DiscountFixedRepeatDuration`.
    public struct DiscountFixedRepeatDuration: Equatable, Sendable {
        /// `duration`.
        public var duration: Polar.DiscountDuration

        /// `duration_in_months`.
        public var durationInMonths: Int

        /// `type`.
        public var type: Polar.DiscountType

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `currency`.
        public var currency: String

        /// `amounts`.
        public var amounts: JSONMap<Int>

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

extension Polar.DiscountFixedRepeatDuration: JSONCodable {
    private static let fields: FieldNames = ["duration", "duration_in_months", "type", "amount", "currency", "amounts", "created_at", "modified_at", "id", "metadata", "name", "code", "starts_at", "ends_at", "max_redemptions", "max_redemptions_per_customer", "redemptions_count", "organization_id", "products"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var duration: Polar.DiscountDuration?
        var durationInMonths: Int?
        var type: Polar.DiscountType?
        var amount: Int?
        var currency: String?
        var amounts: JSONMap<Int>?
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
            case 1: durationInMonths = try Int(from: &reader, json)
            case 2: type = try Polar.DiscountType(from: &reader, json)
            case 3: amount = try Int(from: &reader, json)
            case 4: currency = try String(from: &reader, json)
            case 5: amounts = try JSONMap<Int>(from: &reader, json)
            case 6: createdAt = try Timestamp(from: &reader, json)
            case 7: modifiedAt = try Timestamp?(from: &reader, json)
            case 8: id = try String(from: &reader, json)
            case 9: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 10: name = try String(from: &reader, json)
            case 11: code = try String?(from: &reader, json)
            case 12: startsAt = try Timestamp?(from: &reader, json)
            case 13: endsAt = try Timestamp?(from: &reader, json)
            case 14: maxRedemptions = try Int?(from: &reader, json)
            case 15: maxRedemptionsPerCustomer = try Int?(from: &reader, json)
            case 16: redemptionsCount = try Int(from: &reader, json)
            case 17: organizationID = try String(from: &reader, json)
            case 18: products = try [Polar.DiscountProduct](from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            duration: try cursor.require(duration, "duration"),
            durationInMonths: try cursor.require(durationInMonths, "duration_in_months"),
            type: try cursor.require(type, "type"),
            amount: try cursor.require(amount, "amount"),
            currency: try cursor.require(currency, "currency"),
            amounts: try cursor.require(amounts, "amounts"),
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
        writer.member("duration_in_months", durationInMonths)
        writer.member("type", type)
        writer.member("amount", amount)
        writer.member("currency", currency)
        writer.member("amounts", amounts)
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
