// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomerPortalSubscriptionSettings`.
    public struct CustomerPortalSubscriptionSettings: Equatable, Sendable {
        /// `update_seats`.
        public var updateSeats: Bool

        /// `update_plan`.
        public var updatePlan: Bool

        /// `pause`.
        public var pause: Bool?

        /// `update_units`. Not in payloads of 2026-08.
        public var updateUnits: Bool?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerPortalSubscriptionSettings: JSONCodable {
    private static let fields: FieldNames = ["update_seats", "update_plan", "pause", "update_units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var updateSeats: Bool?
        var updatePlan: Bool?
        var pause: Bool?
        var updateUnits: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: updateSeats = try Bool(from: &reader, json)
            case 1: updatePlan = try Bool(from: &reader, json)
            case 2: pause = try Bool?(from: &reader, json)
            case 3: updateUnits = try Bool?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            updateSeats: try cursor.require(updateSeats, "update_seats"),
            updatePlan: try cursor.require(updatePlan, "update_plan"),
            pause: pause,
            updateUnits: updateUnits,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("update_seats", updateSeats)
        writer.member("update_plan", updatePlan)
        writer.memberIfPresent("pause", pause)
        writer.memberIfPresent("update_units", updateUnits)
        writer.endObject()
    }
}
