// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `ProductPriceMeteredUnit`.
    public struct ProductPriceMeteredUnit: Equatable, Sendable {
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

        /// `unit_amount`.
        public var unitAmount: DecimalText

        /// `cap_amount`, in the smallest unit of ``priceCurrency``.
        public var capAmount: Int?

        /// `meter_id`.
        public var meterID: String

        /// `meter`.
        public var meter: Polar.ProductPriceMeter

        /// `amount_type`: always `metered_unit`.
        public var amountType: String { "metered_unit" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.ProductPriceMeteredUnit: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "source", "amount_type", "price_currency", "tax_behavior", "is_archived", "product_id", "unit_amount", "cap_amount", "meter_id", "meter"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var source: Polar.ProductPriceSource?
        var priceCurrency: String?
        var taxBehavior: Polar.TaxBehaviorOption?
        var isArchived: Bool?
        var productID: String?
        var unitAmount: DecimalText?
        var capAmount: Int?
        var meterID: String?
        var meter: Polar.ProductPriceMeter?
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
            case 9: unitAmount = try DecimalText(from: &reader, json)
            case 10: capAmount = try Int?(from: &reader, json)
            case 11: meterID = try String(from: &reader, json)
            case 12: meter = try Polar.ProductPriceMeter(from: &reader, json)
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
            unitAmount: try cursor.require(unitAmount, "unit_amount"),
            capAmount: capAmount,
            meterID: try cursor.require(meterID, "meter_id"),
            meter: try cursor.require(meter, "meter"),
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
        writer.member("unit_amount", unitAmount)
        writer.member("cap_amount", capAmount)
        writer.member("meter_id", meterID)
        writer.member("meter", meter)
        writer.endObject()
    }
}
