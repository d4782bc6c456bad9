// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `ProductPriceUnitBased`.
    public struct ProductPriceUnitBased: Equatable, Sendable {
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

        /// `maximum_units`.
        public var maximumUnits: Int?

        /// `minimum_units`.
        public var minimumUnits: Int?

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

        /// `unit_label`.
        public var unitLabel: JSONMap<JSONMap<String>>?

        /// `amount_type`: always `unit_based`.
        public var amountType: String { "unit_based" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.ProductPriceUnitBased: JSONCodable {
    private static let fields: FieldNames = ["amount_type", "created_at", "id", "is_archived", "maximum_units", "minimum_units", "modified_at", "price_currency", "product_id", "source", "tax_behavior", "tiers", "unit_label"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var id: String?
        var isArchived: Bool?
        var maximumUnits: Int?
        var minimumUnits: Int?
        var modifiedAt: Timestamp?
        var priceCurrency: String?
        var productID: String?
        var source: Polar.ProductPriceSource?
        var taxBehavior: Polar.TaxBehaviorOption?
        var tiers: Polar.Tiers?
        var unitLabel: JSONMap<JSONMap<String>>?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: isArchived = try Bool(from: &reader, json)
            case 4: maximumUnits = try Int?(from: &reader, json)
            case 5: minimumUnits = try Int?(from: &reader, json)
            case 6: modifiedAt = try Timestamp?(from: &reader, json)
            case 7: priceCurrency = try String(from: &reader, json)
            case 8: productID = try String(from: &reader, json)
            case 9: source = try Polar.ProductPriceSource(from: &reader, json)
            case 10: taxBehavior = try Polar.TaxBehaviorOption?(from: &reader, json)
            case 11: tiers = try Polar.Tiers(from: &reader, json)
            case 12: unitLabel = try JSONMap<JSONMap<String>>?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            id: try cursor.require(id, "id"),
            isArchived: try cursor.require(isArchived, "is_archived"),
            maximumUnits: maximumUnits,
            minimumUnits: minimumUnits,
            exactModifiedAt: modifiedAt,
            priceCurrency: try cursor.require(priceCurrency, "price_currency"),
            productID: try cursor.require(productID, "product_id"),
            source: try cursor.require(source, "source"),
            taxBehavior: taxBehavior,
            tiers: try cursor.require(tiers, "tiers"),
            unitLabel: unitLabel,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("amount_type", amountType)
        writer.member("created_at", exactCreatedAt)
        writer.member("id", id)
        writer.member("is_archived", isArchived)
        writer.member("maximum_units", maximumUnits)
        writer.member("minimum_units", minimumUnits)
        writer.member("modified_at", exactModifiedAt)
        writer.member("price_currency", priceCurrency)
        writer.member("product_id", productID)
        writer.member("source", source)
        writer.member("tax_behavior", taxBehavior)
        writer.member("tiers", tiers)
        writer.member("unit_label", unitLabel)
        writer.endObject()
    }
}
