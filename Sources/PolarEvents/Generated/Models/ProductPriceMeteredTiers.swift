// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `ProductPriceMeteredTiers`.
    public struct ProductPriceMeteredTiers: Equatable, Sendable {
        /// `cap_amount`, in the smallest unit of ``priceCurrency``.
        public var capAmount: Int?

        /// `created_at`.
        public var createdAt: Date {
            get { exactCreatedAt.date }
            set { exactCreatedAt = Timestamp(newValue) }
        }

        private var exactCreatedAt: Timestamp

        /// `id`.
        public var id: String

        /// `is_archived`.
        public var isArchived: Bool

        /// `meter`.
        public var meter: Polar.ProductPriceMeter

        /// `meter_id`.
        public var meterID: String

        /// `modified_at`.
        public var modifiedAt: Date? {
            get { exactModifiedAt?.date }
            set { exactModifiedAt = newValue.map(Timestamp.init) }
        }

        private var exactModifiedAt: Timestamp?

        /// `price_currency`.
        public var priceCurrency: String

        /// `product_id`.
        public var productID: String

        /// `source`.
        public var source: Polar.ProductPriceSource

        /// `tax_behavior`.
        public var taxBehavior: Polar.TaxBehaviorOption?

        /// `tiers`.
        public var tiers: Polar.Tiers

        /// `amount_type`: always `metered_tiers`.
        public var amountType: String { "metered_tiers" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.ProductPriceMeteredTiers: JSONCodable {
    private static let fields: FieldNames = ["amount_type", "cap_amount", "created_at", "id", "is_archived", "meter", "meter_id", "modified_at", "price_currency", "product_id", "source", "tax_behavior", "tiers"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var capAmount: Int?
        var createdAt: Timestamp?
        var id: String?
        var isArchived: Bool?
        var meter: Polar.ProductPriceMeter?
        var meterID: String?
        var modifiedAt: Timestamp?
        var priceCurrency: String?
        var productID: String?
        var source: Polar.ProductPriceSource?
        var taxBehavior: Polar.TaxBehaviorOption?
        var tiers: Polar.Tiers?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 1: capAmount = try Int?(from: &reader, json)
            case 2: createdAt = try Timestamp(from: &reader, json)
            case 3: id = try String(from: &reader, json)
            case 4: isArchived = try Bool(from: &reader, json)
            case 5: meter = try Polar.ProductPriceMeter(from: &reader, json)
            case 6: meterID = try String(from: &reader, json)
            case 7: modifiedAt = try Timestamp?(from: &reader, json)
            case 8: priceCurrency = try String(from: &reader, json)
            case 9: productID = try String(from: &reader, json)
            case 10: source = try Polar.ProductPriceSource(from: &reader, json)
            case 11: taxBehavior = try Polar.TaxBehaviorOption?(from: &reader, json)
            case 12: tiers = try Polar.Tiers(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            capAmount: capAmount,
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            id: try cursor.require(id, "id"),
            isArchived: try cursor.require(isArchived, "is_archived"),
            meter: try cursor.require(meter, "meter"),
            meterID: try cursor.require(meterID, "meter_id"),
            exactModifiedAt: modifiedAt,
            priceCurrency: try cursor.require(priceCurrency, "price_currency"),
            productID: try cursor.require(productID, "product_id"),
            source: try cursor.require(source, "source"),
            taxBehavior: taxBehavior,
            tiers: try cursor.require(tiers, "tiers"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("amount_type", amountType)
        writer.member("cap_amount", capAmount)
        writer.member("created_at", exactCreatedAt)
        writer.member("id", id)
        writer.member("is_archived", isArchived)
        writer.member("meter", meter)
        writer.member("meter_id", meterID)
        writer.member("modified_at", exactModifiedAt)
        writer.member("price_currency", priceCurrency)
        writer.member("product_id", productID)
        writer.member("source", source)
        writer.member("tax_behavior", taxBehavior)
        writer.member("tiers", tiers)
        writer.endObject()
    }
}
