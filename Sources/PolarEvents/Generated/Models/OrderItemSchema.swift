// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `OrderItemSchema`.
    public struct OrderItemSchema: Equatable, Sendable {
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

        /// `label`.
        public var label: String

        /// `amount`.
        public var amount: Int

        /// `tax_amount`.
        public var taxAmount: Int

        /// `proration`.
        public var proration: Bool

        /// `product_price_id`.
        public var productPriceID: String?

        /// `end_timestamp`. Not in payloads of 2026-08.
        public var endTimestamp: Date? {
            get { exactEndTimestamp?.date }
            set { exactEndTimestamp = newValue.map(Timestamp.init) }
        }

        private var exactEndTimestamp: Timestamp?

        /// `start_timestamp`. Not in payloads of 2026-08.
        public var startTimestamp: Date? {
            get { exactStartTimestamp?.date }
            set { exactStartTimestamp = newValue.map(Timestamp.init) }
        }

        private var exactStartTimestamp: Timestamp?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrderItemSchema: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "label", "amount", "tax_amount", "proration", "product_price_id", "end_timestamp", "start_timestamp"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var label: String?
        var amount: Int?
        var taxAmount: Int?
        var proration: Bool?
        var productPriceID: String?
        var endTimestamp: Timestamp?
        var startTimestamp: Timestamp?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: label = try String(from: &reader, json)
            case 4: amount = try Int(from: &reader, json)
            case 5: taxAmount = try Int(from: &reader, json)
            case 6: proration = try Bool(from: &reader, json)
            case 7: productPriceID = try String?(from: &reader, json)
            case 8: endTimestamp = try Timestamp?(from: &reader, json)
            case 9: startTimestamp = try Timestamp?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            label: try cursor.require(label, "label"),
            amount: try cursor.require(amount, "amount"),
            taxAmount: try cursor.require(taxAmount, "tax_amount"),
            proration: try cursor.require(proration, "proration"),
            productPriceID: productPriceID,
            exactEndTimestamp: endTimestamp,
            exactStartTimestamp: startTimestamp,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("label", label)
        writer.member("amount", amount)
        writer.member("tax_amount", taxAmount)
        writer.member("proration", proration)
        writer.member("product_price_id", productPriceID)
        writer.memberIfPresent("end_timestamp", exactEndTimestamp)
        writer.memberIfPresent("start_timestamp", exactStartTimestamp)
        writer.endObject()
    }
}
