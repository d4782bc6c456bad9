/// Someone who acts for a customer.
struct MemberSample: Sendable {
    var id = SampleID.owner
    var customerID = SampleID.team
    var name: String? = "Maëlle Petit-Pré"
    var email = "maelle@example.com"
    var role = "owner"
    var externalID: String? = "employee-7"
    var modifiedAt: String?

    /// The member who takes a seat of the team.
    static let seated = MemberSample(
        id: "b0073c04-531a-4b93-816a-698ff5cecfea",
        name: "Søren Fiktiv",
        email: "soren@example.com",
        role: "member",
        externalID: nil
    )

    var data: JSONText {
        """
        {
            "id": \(id),
            "created_at": "2026-10-01T09:00:00Z",
            "modified_at": \(modifiedAt),
            "customer_id": \(customerID),
            "email": \(email),
            "name": \(name),
            "external_id": \(externalID),
            "role": \(role)
        }
        """
    }

    static let events = [
        SampleRecipe(type: "member.created") { MemberSample().data },
        SampleRecipe(type: "member.updated") {
            var member = seated
            member.role = "billing_manager"
            member.modifiedAt = "2026-11-20T10:50:00.125000Z"
            return member.data
        },
        SampleRecipe(type: "member.deleted") {
            var member = seated
            member.name = nil
            member.modifiedAt = "2026-11-24T17:31:12.000800Z"
            return member.data
        },
    ]
}
