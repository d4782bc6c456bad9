// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `PendingSubscriptionUpdate`.
    public struct PendingSubscriptionUpdate: Equatable, Sendable {
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

        /// `applies_at`.
        public var appliesAt: Date {
            get { exactAppliesAt.date }
            set { exactAppliesAt = Timestamp(newValue) }
        }

        private var exactAppliesAt: Timestamp

        /// `product_id`.
        public var productID: String?

        /// `seats`.
        public var seats: Int?

        /// `units`. Not in payloads of 2026-08.
        public var units: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.PendingSubscriptionUpdate: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "applies_at", "product_id", "seats", "units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var appliesAt: Timestamp?
        var productID: String?
        var seats: Int?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: appliesAt = try Timestamp(from: &reader, json)
            case 4: productID = try String?(from: &reader, json)
            case 5: seats = try Int?(from: &reader, json)
            case 6: units = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            exactAppliesAt: try cursor.require(appliesAt, "applies_at"),
            productID: productID,
            seats: seats,
            units: units,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("applies_at", exactAppliesAt)
        writer.member("product_id", productID)
        writer.member("seats", seats)
        writer.memberIfPresent("units", units)
        writer.endObject()
    }
}
