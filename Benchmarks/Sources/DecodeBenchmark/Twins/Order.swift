// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `Order` as Foundation decodes it.
    struct Order: Codable {
        let id: String
        let createdAt: Date
        let modifiedAt: Date?
        let status: Polar.OrderStatus
        let paid: Bool
        let subtotalAmount: Int
        let discountAmount: Int
        let netAmount: Int
        let taxAmount: Int
        let totalAmount: Int
        let appliedBalanceAmount: Int
        let dueAmount: Int
        let refundedAmount: Int
        let refundedTaxAmount: Int
        let currency: String
        let billingReason: Polar.OrderBillingReason
        let billingName: String?
        let billingAddress: Address?
        let invoiceNumber: String?
        let isInvoiceGenerated: Bool
        let receiptNumber: String?
        let customerID: String
        let productID: String?
        let discountID: String?
        let subscriptionID: String?
        let checkoutID: String?
        let metadata: [String: AnyValue]
        let platformFeeAmount: Int
        let platformFeeCurrency: String?
        let customer: OrderCustomer
        let product: OrderProduct?
        let discount: DiscountBase?
        let subscription: OrderSubscription?
        let items: [OrderItemSchema]
        let description: String
        let refundableAmount: Int
        let refundableTaxAmount: Int
        let customFieldData: [String: AnyValue]?
        let nextPaymentAttemptAt: Date?
        let seats: Int?
        let units: Int?

        enum CodingKeys: String, CodingKey {
            case id
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case status
            case paid
            case subtotalAmount = "subtotal_amount"
            case discountAmount = "discount_amount"
            case netAmount = "net_amount"
            case taxAmount = "tax_amount"
            case totalAmount = "total_amount"
            case appliedBalanceAmount = "applied_balance_amount"
            case dueAmount = "due_amount"
            case refundedAmount = "refunded_amount"
            case refundedTaxAmount = "refunded_tax_amount"
            case currency
            case billingReason = "billing_reason"
            case billingName = "billing_name"
            case billingAddress = "billing_address"
            case invoiceNumber = "invoice_number"
            case isInvoiceGenerated = "is_invoice_generated"
            case receiptNumber = "receipt_number"
            case customerID = "customer_id"
            case productID = "product_id"
            case discountID = "discount_id"
            case subscriptionID = "subscription_id"
            case checkoutID = "checkout_id"
            case metadata
            case platformFeeAmount = "platform_fee_amount"
            case platformFeeCurrency = "platform_fee_currency"
            case customer
            case product
            case discount
            case subscription
            case items
            case description
            case refundableAmount = "refundable_amount"
            case refundableTaxAmount = "refundable_tax_amount"
            case customFieldData = "custom_field_data"
            case nextPaymentAttemptAt = "next_payment_attempt_at"
            case seats
            case units
        }
    }
}
