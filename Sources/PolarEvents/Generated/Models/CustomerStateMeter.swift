// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerStateMeter`.
    public struct CustomerStateMeter: Equatable, Sendable {
        /// `id`.
        public var id: String

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

        /// `meter_id`.
        public var meterID: String

        /// `consumed_units`.
        public var consumedUnits: JSONNumber

        /// `credited_units`.
        public var creditedUnits: Int

        /// `balance`.
        public var balance: JSONNumber

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerStateMeter: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "meter_id", "consumed_units", "credited_units", "balance"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var meterID: String?
        var consumedUnits: JSONNumber?
        var creditedUnits: Int?
        var balance: JSONNumber?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: meterID = try String(from: &reader, json)
            case 4: consumedUnits = try JSONNumber(from: &reader, json)
            case 5: creditedUnits = try Int(from: &reader, json)
            case 6: balance = try JSONNumber(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            meterID: try cursor.require(meterID, "meter_id"),
            consumedUnits: try cursor.require(consumedUnits, "consumed_units"),
            creditedUnits: try cursor.require(creditedUnits, "credited_units"),
            balance: try cursor.require(balance, "balance"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("meter_id", meterID)
        writer.member("consumed_units", consumedUnits)
        writer.member("credited_units", creditedUnits)
        writer.member("balance", balance)
        writer.endObject()
    }
}
