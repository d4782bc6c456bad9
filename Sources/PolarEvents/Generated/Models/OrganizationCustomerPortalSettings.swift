// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationCustomerPortalSettings`.
    public struct OrganizationCustomerPortalSettings: Equatable, Sendable {
        /// `usage`.
        public var usage: Polar.CustomerPortalUsageSettings

        /// `subscription`.
        public var subscription: Polar.CustomerPortalSubscriptionSettings

        /// `customer`.
        public var customer: Polar.CustomerPortalCustomerSettings?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrganizationCustomerPortalSettings: JSONCodable {
    private static let fields: FieldNames = ["usage", "subscription", "customer"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var usage: Polar.CustomerPortalUsageSettings?
        var subscription: Polar.CustomerPortalSubscriptionSettings?
        var customer: Polar.CustomerPortalCustomerSettings?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: usage = try Polar.CustomerPortalUsageSettings(from: &reader, json)
            case 1: subscription = try Polar.CustomerPortalSubscriptionSettings(from: &reader, json)
            case 2: customer = try Polar.CustomerPortalCustomerSettings?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            usage: try cursor.require(usage, "usage"),
            subscription: try cursor.require(subscription, "subscription"),
            customer: customer,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("usage", usage)
        writer.member("subscription", subscription)
        writer.memberIfPresent("customer", customer)
        writer.endObject()
    }
}
