/// A seat of a team's subscription.
struct CustomerSeatSample: Sendable {
    let status: String
    /// Who has the seat; nobody once it is revoked.
    var member: MemberSample?
    var invitationExpiresAt: String?
    var claimedAt: String?
    var revokedAt: String?
    var modifiedAt: String?

    var data: JSONText {
        """
        {
            "created_at": "2026-11-02T09:30:00.410000Z",
            "modified_at": \(modifiedAt),
            "id": "40ed205a-fea3-41a0-8fd3-c6465893702b",
            "subscription_id": \(SampleID.teamSubscription),
            "order_id": null,
            "status": \(status),
            "customer_id": \(member?.customerID),
            "member_id": \(member?.id),
            "member": \(member?.data),
            "email": \(member?.email),
            "customer_email": \(member == nil ? nil : CustomerSample.team.email),
            "invitation_token_expires_at": \(invitationExpiresAt),
            "claimed_at": \(claimedAt),
            "revoked_at": \(revokedAt),
            "seat_metadata": {"department": "Büro Süd", "desk": 12}
        }
        """
    }

    static let events = [
        SampleRecipe(type: "customer_seat.assigned") { assigned.data },
        SampleRecipe(type: "customer_seat.claimed") { claimed.data },
        SampleRecipe(type: "customer_seat.revoked") { revoked.data },
    ]

    static let assigned = CustomerSeatSample(
        status: "pending",
        member: .seated,
        invitationExpiresAt: "2026-11-09T09:30:00.405000Z"
    )

    static let claimed = CustomerSeatSample(
        status: "claimed",
        member: .seated,
        claimedAt: "2026-11-02T10:05:17.222000Z",
        modifiedAt: "2026-11-02T10:05:17.224000Z"
    )

    static let revoked = CustomerSeatSample(
        status: "revoked",
        claimedAt: "2026-11-02T10:05:17.222000Z",
        revokedAt: "2026-11-24T17:31:12.640000Z",
        modifiedAt: "2026-11-24T17:31:12.641000Z"
    )
}
