// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Order`.
    public struct Order: Equatable, Sendable {
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

        /// `status`.
        public var status: Polar.OrderStatus

        /// `paid`.
        public var paid: Bool

        /// `subtotal_amount`, in the smallest unit of ``currency``.
        public var subtotalAmount: Int

        /// `discount_amount`, in the smallest unit of ``currency``.
        public var discountAmount: Int

        /// `net_amount`, in the smallest unit of ``currency``.
        public var netAmount: Int

        /// `tax_amount`, in the smallest unit of ``currency``.
        public var taxAmount: Int

        /// `total_amount`, in the smallest unit of ``currency``.
        public var totalAmount: Int

        /// `applied_balance_amount`, in the smallest unit of ``currency``.
        public var appliedBalanceAmount: Int

        /// `due_amount`, in the smallest unit of ``currency``.
        public var dueAmount: Int

        /// `refunded_amount`, in the smallest unit of ``currency``.
        public var refundedAmount: Int

        /// `refunded_tax_amount`, in the smallest unit of ``currency``.
        public var refundedTaxAmount: Int

        /// `currency`.
        public var currency: String

        /// `billing_reason`.
        public var billingReason: Polar.OrderBillingReason

        /// `billing_name`.
        public var billingName: String?

        /// `billing_address`.
        public var billingAddress: Polar.Address?

        /// `invoice_number`.
        public var invoiceNumber: String?

        /// `is_invoice_generated`.
        public var isInvoiceGenerated: Bool

        /// `receipt_number`.
        public var receiptNumber: String?

        /// `customer_id`.
        public var customerID: String

        /// `product_id`.
        public var productID: String?

        /// `discount_id`.
        public var discountID: String?

        /// `subscription_id`.
        public var subscriptionID: String?

        /// `checkout_id`.
        public var checkoutID: String?

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `platform_fee_amount`, in the smallest unit of ``currency``.
        public var platformFeeAmount: Int

        /// `platform_fee_currency`.
        public var platformFeeCurrency: String?

        /// `customer`.
        public var customer: Polar.OrderCustomer

        /// `product`.
        public var product: Polar.OrderProduct?

        /// `discount`.
        public var discount: Polar.DiscountBase?

        /// `subscription`.
        public var subscription: Polar.OrderSubscription?

        /// `items`.
        public var items: [Polar.OrderItemSchema]

        /// `description`.
        public var description: String

        /// `refundable_amount`, in the smallest unit of ``currency``.
        public var refundableAmount: Int

        /// `refundable_tax_amount`, in the smallest unit of ``currency``.
        public var refundableTaxAmount: Int

        /// `custom_field_data`.
        public var customFieldData: JSONMap<JSONValue>?

        /// `next_payment_attempt_at`.
        public var nextPaymentAttemptAt: Date? {
            get { exactNextPaymentAttemptAt?.date }
            set { exactNextPaymentAttemptAt = newValue.map(Timestamp.init) }
        }

        private var exactNextPaymentAttemptAt: Timestamp?

        /// `seats`.
        public var seats: Int?

        /// `units`. Not in payloads of 2026-08.
        public var units: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Order: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "status", "paid", "subtotal_amount", "discount_amount", "net_amount", "tax_amount", "total_amount", "applied_balance_amount", "due_amount", "refunded_amount", "refunded_tax_amount", "currency", "billing_reason", "billing_name", "billing_address", "invoice_number", "is_invoice_generated", "receipt_number", "customer_id", "product_id", "discount_id", "subscription_id", "checkout_id", "metadata", "platform_fee_amount", "platform_fee_currency", "customer", "product", "discount", "subscription", "items", "description", "refundable_amount", "refundable_tax_amount", "custom_field_data", "next_payment_attempt_at", "seats", "units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var status: Polar.OrderStatus?
        var paid: Bool?
        var subtotalAmount: Int?
        var discountAmount: Int?
        var netAmount: Int?
        var taxAmount: Int?
        var totalAmount: Int?
        var appliedBalanceAmount: Int?
        var dueAmount: Int?
        var refundedAmount: Int?
        var refundedTaxAmount: Int?
        var currency: String?
        var billingReason: Polar.OrderBillingReason?
        var billingName: String?
        var billingAddress: Polar.Address?
        var invoiceNumber: String?
        var isInvoiceGenerated: Bool?
        var receiptNumber: String?
        var customerID: String?
        var productID: String?
        var discountID: String?
        var subscriptionID: String?
        var checkoutID: String?
        var metadata: JSONMap<JSONValue>?
        var platformFeeAmount: Int?
        var platformFeeCurrency: String?
        var customer: Polar.OrderCustomer?
        var product: Polar.OrderProduct?
        var discount: Polar.DiscountBase?
        var subscription: Polar.OrderSubscription?
        var items: [Polar.OrderItemSchema]?
        var description: String?
        var refundableAmount: Int?
        var refundableTaxAmount: Int?
        var customFieldData: JSONMap<JSONValue>?
        var nextPaymentAttemptAt: Timestamp?
        var seats: Int?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: status = try Polar.OrderStatus(from: &reader, json)
            case 4: paid = try Bool(from: &reader, json)
            case 5: subtotalAmount = try Int(from: &reader, json)
            case 6: discountAmount = try Int(from: &reader, json)
            case 7: netAmount = try Int(from: &reader, json)
            case 8: taxAmount = try Int(from: &reader, json)
            case 9: totalAmount = try Int(from: &reader, json)
            case 10: appliedBalanceAmount = try Int(from: &reader, json)
            case 11: dueAmount = try Int(from: &reader, json)
            case 12: refundedAmount = try Int(from: &reader, json)
            case 13: refundedTaxAmount = try Int(from: &reader, json)
            case 14: currency = try String(from: &reader, json)
            case 15: billingReason = try Polar.OrderBillingReason(from: &reader, json)
            case 16: billingName = try String?(from: &reader, json)
            case 17: billingAddress = try Polar.Address?(from: &reader, json)
            case 18: invoiceNumber = try String?(from: &reader, json)
            case 19: isInvoiceGenerated = try Bool(from: &reader, json)
            case 20: receiptNumber = try String?(from: &reader, json)
            case 21: customerID = try String(from: &reader, json)
            case 22: productID = try String?(from: &reader, json)
            case 23: discountID = try String?(from: &reader, json)
            case 24: subscriptionID = try String?(from: &reader, json)
            case 25: checkoutID = try String?(from: &reader, json)
            case 26: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 27: platformFeeAmount = try Int(from: &reader, json)
            case 28: platformFeeCurrency = try String?(from: &reader, json)
            case 29: customer = try Polar.OrderCustomer(from: &reader, json)
            case 30: product = try Polar.OrderProduct?(from: &reader, json)
            case 31: discount = try Polar.DiscountBase?(from: &reader, json)
            case 32: subscription = try Polar.OrderSubscription?(from: &reader, json)
            case 33: items = try [Polar.OrderItemSchema](from: &reader, json)
            case 34: description = try String(from: &reader, json)
            case 35: refundableAmount = try Int(from: &reader, json)
            case 36: refundableTaxAmount = try Int(from: &reader, json)
            case 37: customFieldData = try JSONMap<JSONValue>?(from: &reader, json)
            case 38: nextPaymentAttemptAt = try Timestamp?(from: &reader, json)
            case 39: seats = try Int?(from: &reader, json)
            case 40: units = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            status: try cursor.require(status, "status"),
            paid: try cursor.require(paid, "paid"),
            subtotalAmount: try cursor.require(subtotalAmount, "subtotal_amount"),
            discountAmount: try cursor.require(discountAmount, "discount_amount"),
            netAmount: try cursor.require(netAmount, "net_amount"),
            taxAmount: try cursor.require(taxAmount, "tax_amount"),
            totalAmount: try cursor.require(totalAmount, "total_amount"),
            appliedBalanceAmount: try cursor.require(appliedBalanceAmount, "applied_balance_amount"),
            dueAmount: try cursor.require(dueAmount, "due_amount"),
            refundedAmount: try cursor.require(refundedAmount, "refunded_amount"),
            refundedTaxAmount: try cursor.require(refundedTaxAmount, "refunded_tax_amount"),
            currency: try cursor.require(currency, "currency"),
            billingReason: try cursor.require(billingReason, "billing_reason"),
            billingName: billingName,
            billingAddress: billingAddress,
            invoiceNumber: invoiceNumber,
            isInvoiceGenerated: try cursor.require(isInvoiceGenerated, "is_invoice_generated"),
            receiptNumber: receiptNumber,
            customerID: try cursor.require(customerID, "customer_id"),
            productID: productID,
            discountID: discountID,
            subscriptionID: subscriptionID,
            checkoutID: checkoutID,
            metadata: try cursor.require(metadata, "metadata"),
            platformFeeAmount: try cursor.require(platformFeeAmount, "platform_fee_amount"),
            platformFeeCurrency: platformFeeCurrency,
            customer: try cursor.require(customer, "customer"),
            product: product,
            discount: discount,
            subscription: subscription,
            items: try cursor.require(items, "items"),
            description: try cursor.require(description, "description"),
            refundableAmount: try cursor.require(refundableAmount, "refundable_amount"),
            refundableTaxAmount: try cursor.require(refundableTaxAmount, "refundable_tax_amount"),
            customFieldData: customFieldData,
            exactNextPaymentAttemptAt: nextPaymentAttemptAt,
            seats: seats,
            units: units,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("status", status)
        writer.member("paid", paid)
        writer.member("subtotal_amount", subtotalAmount)
        writer.member("discount_amount", discountAmount)
        writer.member("net_amount", netAmount)
        writer.member("tax_amount", taxAmount)
        writer.member("total_amount", totalAmount)
        writer.member("applied_balance_amount", appliedBalanceAmount)
        writer.member("due_amount", dueAmount)
        writer.member("refunded_amount", refundedAmount)
        writer.member("refunded_tax_amount", refundedTaxAmount)
        writer.member("currency", currency)
        writer.member("billing_reason", billingReason)
        writer.member("billing_name", billingName)
        writer.member("billing_address", billingAddress)
        writer.member("invoice_number", invoiceNumber)
        writer.member("is_invoice_generated", isInvoiceGenerated)
        writer.member("receipt_number", receiptNumber)
        writer.member("customer_id", customerID)
        writer.member("product_id", productID)
        writer.member("discount_id", discountID)
        writer.member("subscription_id", subscriptionID)
        writer.member("checkout_id", checkoutID)
        writer.member("metadata", metadata)
        writer.member("platform_fee_amount", platformFeeAmount)
        writer.member("platform_fee_currency", platformFeeCurrency)
        writer.member("customer", customer)
        writer.member("product", product)
        writer.member("discount", discount)
        writer.member("subscription", subscription)
        writer.member("items", items)
        writer.member("description", description)
        writer.member("refundable_amount", refundableAmount)
        writer.member("refundable_tax_amount", refundableTaxAmount)
        writer.memberIfPresent("custom_field_data", customFieldData)
        writer.memberIfPresent("next_payment_attempt_at", exactNextPaymentAttemptAt)
        writer.memberIfPresent("seats", seats)
        writer.memberIfPresent("units", units)
        writer.endObject()
    }
}
