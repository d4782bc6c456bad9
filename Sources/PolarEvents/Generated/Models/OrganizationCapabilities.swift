// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationCapabilities`.
    public struct OrganizationCapabilities: Equatable, Sendable {
        /// `checkout_payments`.
        public var checkoutPayments: Bool

        /// `subscription_renewals`.
        public var subscriptionRenewals: Bool

        /// `payouts`.
        public var payouts: Bool

        /// `refunds`.
        public var refunds: Bool

        /// `api_access`.
        public var apiAccess: Bool

        /// `dashboard_access`.
        public var dashboardAccess: Bool

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrganizationCapabilities: JSONCodable {
    private static let fields: FieldNames = ["checkout_payments", "subscription_renewals", "payouts", "refunds", "api_access", "dashboard_access"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var checkoutPayments: Bool?
        var subscriptionRenewals: Bool?
        var payouts: Bool?
        var refunds: Bool?
        var apiAccess: Bool?
        var dashboardAccess: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: checkoutPayments = try Bool(from: &reader, json)
            case 1: subscriptionRenewals = try Bool(from: &reader, json)
            case 2: payouts = try Bool(from: &reader, json)
            case 3: refunds = try Bool(from: &reader, json)
            case 4: apiAccess = try Bool(from: &reader, json)
            case 5: dashboardAccess = try Bool(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            checkoutPayments: try cursor.require(checkoutPayments, "checkout_payments"),
            subscriptionRenewals: try cursor.require(subscriptionRenewals, "subscription_renewals"),
            payouts: try cursor.require(payouts, "payouts"),
            refunds: try cursor.require(refunds, "refunds"),
            apiAccess: try cursor.require(apiAccess, "api_access"),
            dashboardAccess: try cursor.require(dashboardAccess, "dashboard_access"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("checkout_payments", checkoutPayments)
        writer.member("subscription_renewals", subscriptionRenewals)
        writer.member("payouts", payouts)
        writer.member("refunds", refunds)
        writer.member("api_access", apiAccess)
        writer.member("dashboard_access", dashboardAccess)
        writer.endObject()
    }
}
