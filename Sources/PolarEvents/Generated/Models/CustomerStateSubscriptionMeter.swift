// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerStateSubscriptionMeter`.
    public struct CustomerStateSubscriptionMeter: Equatable, Sendable {
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

        /// `consumed_units`.
        public var consumedUnits: JSONNumber

        /// `credited_units`.
        public var creditedUnits: Int

        /// `amount`.
        public var amount: Int

        /// `meter_id`.
        public var meterID: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerStateSubscriptionMeter: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "consumed_units", "credited_units", "amount", "meter_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var consumedUnits: JSONNumber?
        var creditedUnits: Int?
        var amount: Int?
        var meterID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: consumedUnits = try JSONNumber(from: &reader, json)
            case 4: creditedUnits = try Int(from: &reader, json)
            case 5: amount = try Int(from: &reader, json)
            case 6: meterID = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            consumedUnits: try cursor.require(consumedUnits, "consumed_units"),
            creditedUnits: try cursor.require(creditedUnits, "credited_units"),
            amount: try cursor.require(amount, "amount"),
            meterID: try cursor.require(meterID, "meter_id"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("consumed_units", consumedUnits)
        writer.member("credited_units", creditedUnits)
        writer.member("amount", amount)
        writer.member("meter_id", meterID)
        writer.endObject()
    }
}
