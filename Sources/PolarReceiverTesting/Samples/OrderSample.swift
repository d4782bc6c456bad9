/// An order at one moment of its life.
struct OrderSample: Sendable {
    let id: String
    var status = "paid"
    let billingReason: String
    let product: ProductSample
    let priceID: String
    /// The price that older integrations read, if the order has just one.
    var price: PriceSample?
    var subscription: SubscriptionSample?
    var discount: DiscountSample?
    let checkoutID: String
    let items: [JSONText]
    let createdAt: String
    var modifiedAt: String?

    let subtotalAmount: Int
    var discountAmount = 0
    let taxAmount: Int
    var refundedAmount = 0
    var refundedTaxAmount = 0

    private var customer: CustomerSample { .individual }
    private var isPaid: Bool { status != "pending" }
    private var netAmount: Int { subtotalAmount - discountAmount }
    private var totalAmount: Int { netAmount + taxAmount }

    var data: JSONText {
        """
        {
            "id": \(id),
            "created_at": \(createdAt),
            "modified_at": \(modifiedAt),
            "metadata": {"channel": "müsli-newsletter", "basket": 3000000000, "probability": 10.0, "gift": false},
            "status": \(status),
            "paid": \(isPaid),
            \(amountMembers),
            \(invoiceMembers),
            \(relationMembers)
        }
        """
    }

    private var amountMembers: JSONText {
        """
        "subtotal_amount": \(subtotalAmount),
        "discount_amount": \(discountAmount),
        "net_amount": \(netAmount),
        "amount": \(netAmount),
        "tax_amount": \(taxAmount),
        "total_amount": \(totalAmount),
        "applied_balance_amount": 0,
        "from_balance_amount": 0,
        "due_amount": \(isPaid ? 0 : totalAmount),
        "refunded_amount": \(refundedAmount),
        "refunded_tax_amount": \(refundedTaxAmount),
        "refundable_amount": \(isPaid ? netAmount - refundedAmount : 0),
        "refundable_tax_amount": \(isPaid ? taxAmount - refundedTaxAmount : 0),
        "currency": "eur",
        "platform_fee_amount": \(isPaid ? 112 : 0),
        "platform_fee_currency": \(isPaid ? "eur" : nil)
        """
    }

    private var invoiceMembers: JSONText {
        """
        "billing_reason": \(billingReason),
        "billing_name": \(customer.name),
        "billing_address": \(customer.billingAddress),
        "invoice_number": "WOLKE-8F3K2-0042",
        "is_invoice_generated": \(isPaid),
        "receipt_number": \(isPaid ? "R-WOLKE-0042" : nil),
        "seats": null,
        "units": null,
        "next_payment_attempt_at": null,
        "description": \(product.name),
        "items": \(items)
        """
    }

    private var relationMembers: JSONText {
        """
        "customer_id": \(customer.id),
        "user_id": \(customer.id),
        "product_id": \(product.id),
        "product_price_id": \(priceID),
        "discount_id": \(discount?.id),
        "subscription_id": \(subscription?.id),
        "checkout_id": \(checkoutID),
        "customer": \(customer.data),
        "user": \(customer.user),
        "product": \(product.summary),
        "product_price": \(price?.data),
        "discount": \(discount?.summary),
        "subscription": \(subscription?.summary),
        "custom_field_data": {"nickname": "Zoë ✨", "beta_programme": true}
        """
    }
}
