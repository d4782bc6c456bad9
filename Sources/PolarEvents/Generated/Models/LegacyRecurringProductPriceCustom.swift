// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `LegacyRecurringProductPriceCustom`.
    public struct LegacyRecurringProductPriceCustom: Equatable, Sendable {
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

        /// `source`.
        public var source: Polar.ProductPriceSource

        /// `price_currency`.
        public var priceCurrency: String

        /// `tax_behavior`.
        public var taxBehavior: Polar.TaxBehaviorOption?

        /// `is_archived`.
        public var isArchived: Bool

        /// `product_id`.
        public var productID: String

        /// `type`.
        public var type: String

        /// `recurring_interval`.
        public var recurringInterval: Polar.RecurringInterval

        /// `minimum_amount`, in the smallest unit of ``priceCurrency``.
        public var minimumAmount: Int

        /// `maximum_amount`, in the smallest unit of ``priceCurrency``.
        public var maximumAmount: Int?

        /// `preset_amount`, in the smallest unit of ``priceCurrency``.
        public var presetAmount: Int?

        /// `legacy`.
        public var legacy: Bool

        /// `amount_type`: always `custom`.
        public var amountType: String { "custom" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.LegacyRecurringProductPriceCustom: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "source", "amount_type", "price_currency", "tax_behavior", "is_archived", "product_id", "type", "recurring_interval", "minimum_amount", "maximum_amount", "preset_amount", "legacy"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var source: Polar.ProductPriceSource?
        var priceCurrency: String?
        var taxBehavior: Polar.TaxBehaviorOption?
        var isArchived: Bool?
        var productID: String?
        var type: String?
        var recurringInterval: Polar.RecurringInterval?
        var minimumAmount: Int?
        var maximumAmount: Int?
        var presetAmount: Int?
        var legacy: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: source = try Polar.ProductPriceSource(from: &reader, json)
            case 5: priceCurrency = try String(from: &reader, json)
            case 6: taxBehavior = try Polar.TaxBehaviorOption?(from: &reader, json)
            case 7: isArchived = try Bool(from: &reader, json)
            case 8: productID = try String(from: &reader, json)
            case 9: type = try String(from: &reader, json)
            case 10: recurringInterval = try Polar.RecurringInterval(from: &reader, json)
            case 11: minimumAmount = try Int(from: &reader, json)
            case 12: maximumAmount = try Int?(from: &reader, json)
            case 13: presetAmount = try Int?(from: &reader, json)
            case 14: legacy = try Bool(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            source: try cursor.require(source, "source"),
            priceCurrency: try cursor.require(priceCurrency, "price_currency"),
            taxBehavior: taxBehavior,
            isArchived: try cursor.require(isArchived, "is_archived"),
            productID: try cursor.require(productID, "product_id"),
            type: try cursor.require(type, "type"),
            recurringInterval: try cursor.require(recurringInterval, "recurring_interval"),
            minimumAmount: try cursor.require(minimumAmount, "minimum_amount"),
            maximumAmount: maximumAmount,
            presetAmount: presetAmount,
            legacy: try cursor.require(legacy, "legacy"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("source", source)
        writer.member("amount_type", amountType)
        writer.member("price_currency", priceCurrency)
        writer.member("tax_behavior", taxBehavior)
        writer.member("is_archived", isArchived)
        writer.member("product_id", productID)
        writer.member("type", type)
        writer.member("recurring_interval", recurringInterval)
        writer.member("minimum_amount", minimumAmount)
        writer.member("maximum_amount", maximumAmount)
        writer.member("preset_amount", presetAmount)
        writer.member("legacy", legacy)
        writer.endObject()
    }
}
