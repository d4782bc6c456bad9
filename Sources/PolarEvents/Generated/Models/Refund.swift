// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Refund`.
    public struct Refund: Equatable, Sendable {
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

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `status`.
        public var status: Polar.RefundStatus

        /// `reason`.
        public var reason: Polar.RefundReason

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `tax_amount`, in the smallest unit of ``currency``.
        public var taxAmount: Int

        /// `currency`.
        public var currency: String

        /// `organization_id`.
        public var organizationID: String

        /// `order_id`.
        public var orderID: String

        /// `subscription_id`.
        public var subscriptionID: String?

        /// `customer_id`.
        public var customerID: String

        /// `revoke_benefits`.
        public var revokeBenefits: Bool

        /// `dispute`.
        public var dispute: Polar.RefundDispute?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Refund: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "metadata", "status", "reason", "amount", "tax_amount", "currency", "organization_id", "order_id", "subscription_id", "customer_id", "revoke_benefits", "dispute"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var metadata: JSONMap<JSONValue>?
        var status: Polar.RefundStatus?
        var reason: Polar.RefundReason?
        var amount: Int?
        var taxAmount: Int?
        var currency: String?
        var organizationID: String?
        var orderID: String?
        var subscriptionID: String?
        var customerID: String?
        var revokeBenefits: Bool?
        var dispute: Polar.RefundDispute?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 4: status = try Polar.RefundStatus(from: &reader, json)
            case 5: reason = try Polar.RefundReason(from: &reader, json)
            case 6: amount = try Int(from: &reader, json)
            case 7: taxAmount = try Int(from: &reader, json)
            case 8: currency = try String(from: &reader, json)
            case 9: organizationID = try String(from: &reader, json)
            case 10: orderID = try String(from: &reader, json)
            case 11: subscriptionID = try String?(from: &reader, json)
            case 12: customerID = try String(from: &reader, json)
            case 13: revokeBenefits = try Bool(from: &reader, json)
            case 14: dispute = try Polar.RefundDispute?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            metadata: try cursor.require(metadata, "metadata"),
            status: try cursor.require(status, "status"),
            reason: try cursor.require(reason, "reason"),
            amount: try cursor.require(amount, "amount"),
            taxAmount: try cursor.require(taxAmount, "tax_amount"),
            currency: try cursor.require(currency, "currency"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            orderID: try cursor.require(orderID, "order_id"),
            subscriptionID: subscriptionID,
            customerID: try cursor.require(customerID, "customer_id"),
            revokeBenefits: try cursor.require(revokeBenefits, "revoke_benefits"),
            dispute: dispute,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("metadata", metadata)
        writer.member("status", status)
        writer.member("reason", reason)
        writer.member("amount", amount)
        writer.member("tax_amount", taxAmount)
        writer.member("currency", currency)
        writer.member("organization_id", organizationID)
        writer.member("order_id", orderID)
        writer.member("subscription_id", subscriptionID)
        writer.member("customer_id", customerID)
        writer.member("revoke_benefits", revokeBenefits)
        writer.member("dispute", dispute)
        writer.endObject()
    }
}
