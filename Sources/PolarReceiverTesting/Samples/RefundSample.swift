/// A refund of an order, in part or whole.
struct RefundSample: Sendable {
    let id: String
    let status: String
    let reason: String
    let amount: Int
    let taxAmount: Int
    let orderID: String
    var subscriptionID: String?
    let revokesBenefits: Bool
    var dispute: JSONText?
    var modifiedAt: String?

    var data: JSONText {
        """
        {
            "created_at": "2026-11-22T11:20:05.250000Z",
            "modified_at": \(modifiedAt),
            "id": \(id),
            "metadata": {"ticket": 4300000000, "goodwill": true, "note": "très déçue"},
            "status": \(status),
            "reason": \(reason),
            "amount": \(amount),
            "tax_amount": \(taxAmount),
            "currency": "eur",
            "organization_id": \(SampleID.organization),
            "order_id": \(orderID),
            "subscription_id": \(subscriptionID),
            "customer_id": \(SampleID.individual),
            "revoke_benefits": \(revokesBenefits),
            "dispute": \(dispute)
        }
        """
    }

    static let events = [
        SampleRecipe(type: "refund.created") { requested.data },
        SampleRecipe(type: "refund.updated") { disputed.data },
    ]

    static let requested = RefundSample(
        id: "8723572d-a51b-4241-85cf-3675ff85449b",
        status: "pending",
        reason: "customer_request",
        amount: 1000,
        taxAmount: 190,
        orderID: SampleID.purchaseOrder,
        revokesBenefits: false
    )

    /// A refund that keeps a dispute from being opened.
    static let disputed = RefundSample(
        id: "3d3b4cfe-15e6-4681-94cd-a9d909ee3f9b",
        status: "succeeded",
        reason: "dispute_prevention",
        amount: 1300,
        taxAmount: 247,
        orderID: SampleID.renewalOrder,
        subscriptionID: SampleID.proSubscription,
        revokesBenefits: true,
        dispute: """
            {
                "created_at": "2026-11-22T11:20:04.990000Z",
                "modified_at": null,
                "id": "7970ccb5-93de-45ef-852f-cc4edcc315cc",
                "status": "prevented",
                "resolved": false,
                "closed": true,
                "amount": 1300,
                "tax_amount": 247,
                "currency": "eur",
                "reason": "fraudulent",
                "evidence_due_by": null,
                "past_due": false,
                "order_id": \(SampleID.renewalOrder),
                "payment_id": "440d20f7-bd2a-4a08-a34d-339e8ec4bb4d"
            }
            """,
        modifiedAt: "2026-11-22T11:20:08.061000Z"
    )
}
