// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `RefundDispute`.
    public struct RefundDispute: Equatable, Sendable {
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

        /// `status`.
        public var status: Polar.DisputeStatus

        /// `resolved`.
        public var resolved: Bool

        /// `closed`.
        public var closed: Bool

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `tax_amount`, in the smallest unit of ``currency``.
        public var taxAmount: Int

        /// `currency`.
        public var currency: String

        /// `reason`.
        public var reason: String?

        /// `evidence_due_by`.
        public var evidenceDueBy: Date? {
            get { exactEvidenceDueBy?.date }
            set { exactEvidenceDueBy = newValue.map(Timestamp.init) }
        }

        private var exactEvidenceDueBy: Timestamp?

        /// `past_due`.
        public var pastDue: Bool

        /// `order_id`.
        public var orderID: String

        /// `payment_id`.
        public var paymentID: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.RefundDispute: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "status", "resolved", "closed", "amount", "tax_amount", "currency", "reason", "evidence_due_by", "past_due", "order_id", "payment_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var status: Polar.DisputeStatus?
        var resolved: Bool?
        var closed: Bool?
        var amount: Int?
        var taxAmount: Int?
        var currency: String?
        var reason: String?
        var evidenceDueBy: Timestamp?
        var pastDue: Bool?
        var orderID: String?
        var paymentID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: status = try Polar.DisputeStatus(from: &reader, json)
            case 4: resolved = try Bool(from: &reader, json)
            case 5: closed = try Bool(from: &reader, json)
            case 6: amount = try Int(from: &reader, json)
            case 7: taxAmount = try Int(from: &reader, json)
            case 8: currency = try String(from: &reader, json)
            case 9: reason = try String?(from: &reader, json)
            case 10: evidenceDueBy = try Timestamp?(from: &reader, json)
            case 11: pastDue = try Bool(from: &reader, json)
            case 12: orderID = try String(from: &reader, json)
            case 13: paymentID = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            status: try cursor.require(status, "status"),
            resolved: try cursor.require(resolved, "resolved"),
            closed: try cursor.require(closed, "closed"),
            amount: try cursor.require(amount, "amount"),
            taxAmount: try cursor.require(taxAmount, "tax_amount"),
            currency: try cursor.require(currency, "currency"),
            reason: reason,
            exactEvidenceDueBy: evidenceDueBy,
            pastDue: try cursor.require(pastDue, "past_due"),
            orderID: try cursor.require(orderID, "order_id"),
            paymentID: try cursor.require(paymentID, "payment_id"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("status", status)
        writer.member("resolved", resolved)
        writer.member("closed", closed)
        writer.member("amount", amount)
        writer.member("tax_amount", taxAmount)
        writer.member("currency", currency)
        writer.member("reason", reason)
        writer.member("evidence_due_by", exactEvidenceDueBy)
        writer.member("past_due", pastDue)
        writer.member("order_id", orderID)
        writer.member("payment_id", paymentID)
        writer.endObject()
    }
}
