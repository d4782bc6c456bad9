extension OrderSample {
    static let events = [
        SampleRecipe(type: "order.created") {
            var order = renewal
            order.status = "pending"
            order.modifiedAt = nil
            return order.data
        },
        SampleRecipe(type: "order.updated") { renewal.data },
        SampleRecipe(type: "order.paid") { renewal.data },
        SampleRecipe(type: "order.refunded") {
            var order = purchase
            order.status = "partially_refunded"
            order.modifiedAt = "2026-11-22T11:20:09.500000Z"
            order.refundedAmount = 1000
            order.refundedTaxAmount = 190
            return order.data
        },
    ]

    static let renewal = OrderSample(
        id: SampleID.renewalOrder,
        billingReason: "subscription_cycle",
        product: .pro,
        priceID: SampleID.proPrice,
        price: .pro,
        subscription: SubscriptionSample(),
        discount: .welcome,
        checkoutID: SampleID.proCheckout,
        items: [
            item(
                id: "51643160-5eef-4791-b6ed-2bedd6631504",
                label: "Wolke Pro",
                amount: 1500,
                taxAmount: 228,
                priceID: SampleID.proPrice,
                start: "2026-10-28T08:16:45.302000Z",
                end: "2026-11-28T08:16:45.302000Z"
            ),
            item(
                id: "21f3cf3f-82ec-4864-8d8e-9ade6c0132f5",
                label: "KI-Token (6.250.000.000 verbraucht)",
                amount: 100,
                taxAmount: 19,
                priceID: SampleID.tokenPrice,
                start: "2026-10-14T08:16:45.302000Z",
                end: "2026-10-28T08:16:45.302000Z"
            ),
        ],
        createdAt: "2026-10-28T08:16:50.118000Z",
        modifiedAt: "2026-10-28T08:16:58.905300Z",
        subtotalAmount: 1600,
        discountAmount: 300,
        taxAmount: 247
    )

    static let purchase = OrderSample(
        id: SampleID.purchaseOrder,
        billingReason: "purchase",
        product: .icons,
        priceID: SampleID.iconsPrice,
        checkoutID: SampleID.iconsCheckout,
        items: [
            item(
                id: "a51a720f-7387-450f-8230-de1b589b6601",
                label: "Icônes à la carte",
                amount: 2900,
                taxAmount: 551,
                priceID: SampleID.iconsPrice
            )
        ],
        createdAt: "2026-11-18T15:02:11.000000Z",
        subtotalAmount: 2900,
        taxAmount: 551
    )

    private static func item(
        id: String,
        label: String,
        amount: Int,
        taxAmount: Int,
        priceID: String,
        start: String? = nil,
        end: String? = nil
    ) -> JSONText {
        """
        {
            "created_at": "2026-10-28T08:16:50.118000Z",
            "modified_at": null,
            "id": \(id),
            "label": \(label),
            "amount": \(amount),
            "tax_amount": \(taxAmount),
            "proration": false,
            "product_price_id": \(priceID),
            "start_timestamp": \(start),
            "end_timestamp": \(end)
        }
        """
    }
}
