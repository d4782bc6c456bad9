// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// What the whole body of such an event says.
    public struct SubscriptionMigrated: Equatable, Sendable {
        /// `data`.
        public var data: Polar.Subscription

        /// `provider`.
        public var provider: String

        /// `provider_subscription_id`.
        public var providerSubscriptionID: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.SubscriptionMigrated: JSONCodable {
    private static let fields: FieldNames = ["data", "provider", "provider_subscription_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var data: Polar.Subscription?
        var provider: String?
        var providerSubscriptionID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: data = try Polar.Subscription(from: &reader, json)
            case 1: provider = try String(from: &reader, json)
            case 2: providerSubscriptionID = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            data: try cursor.require(data, "data"),
            provider: try cursor.require(provider, "provider"),
            providerSubscriptionID: try cursor.require(providerSubscriptionID, "provider_subscription_id"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.member("data", data)
        writer.member("provider", provider)
        writer.member("provider_subscription_id", providerSubscriptionID)
    }
}
