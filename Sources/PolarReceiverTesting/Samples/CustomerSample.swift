/// A customer of the shop: a person or a team.
struct CustomerSample: Sendable {
    let id: String
    let type: String
    let name: String
    var email: String?
    let locale: String
    let externalID: String?
    let taxID: JSONText?
    let billingAddress: JSONText
    let metadata: JSONText
    let createdAt: String
    var modifiedAt: String?
    var deletedAt: String?
}

extension CustomerSample {
    static let individual = CustomerSample(
        id: SampleID.individual,
        type: "individual",
        name: "Zoë Übermut",
        email: "zoe@example.com",
        locale: "de-DE",
        externalID: "user_4711",
        taxID: nil,
        billingAddress: """
            {
                "line1": "Große Straße 12",
                "line2": null,
                "postal_code": "49074",
                "city": "Osnabrück",
                "state": null,
                "country": "DE"
            }
            """,
        metadata: """
            {
                "newsletter": true,
                "crm_account": 4294967296001,
                "loyalty_factor": 10.0,
                "source": "conférence"
            }
            """,
        createdAt: "2026-09-14T08:15:30.123456Z",
        modifiedAt: "2026-10-14T08:17:02.004210Z"
    )

    static let team = CustomerSample(
        id: SampleID.team,
        type: "team",
        name: "Atelier Crème Brûlée",
        email: "atelier@example.com",
        locale: "fr-FR",
        externalID: nil,
        taxID: #"["FRAB123456789", "eu_vat"]"#,
        billingAddress: """
            {
                "line1": "3 rue de l’Église",
                "line2": "2e étage",
                "postal_code": "69002",
                "city": "Lyon",
                "state": null,
                "country": "FR"
            }
            """,
        metadata: #"{"segment": "studio", "employees": 14}"#,
        createdAt: "2026-10-01T09:00:00Z"
    )

    /// The object as events about customers and objects of customers carry it.
    var data: JSONText { "{\(members)}" }

    /// The members without braces, for objects that add some.
    var members: JSONText {
        """
        "id": \(id),
        "created_at": \(createdAt),
        "modified_at": \(modifiedAt),
        "metadata": \(metadata),
        "external_id": \(externalID),
        "email": \(email),
        "email_verified": \(email != nil),
        "type": \(type),
        "name": \(name),
        "billing_name": \(name),
        "billing_address": \(billingAddress),
        "tax_id": \(taxID),
        "locale": \(locale),
        "organization_id": \(SampleID.organization),
        "default_payment_method_id": \(SampleID.paymentMethod),
        "first_user_event_at": "2026-10-14T08:20:11.730000Z",
        "deleted_at": \(deletedAt),
        "avatar_url": \("https://avatars.example.com/\(id).png")
        """
    }

    /// The `user` of older integrations, written but in no schema.
    var user: JSONText {
        """
        {
            "id": \(id),
            "email": \(email),
            "public_name": \(name),
            "avatar_url": null,
            "github_username": null
        }
        """
    }
}

extension CustomerSample {
    static let events = [
        SampleRecipe(type: "customer.created") {
            var customer = individual
            customer.modifiedAt = nil
            return customer.data
        },
        // Only a team can have no address.
        SampleRecipe(type: "customer.updated") {
            var customer = team
            customer.email = nil
            customer.modifiedAt = "2026-11-20T10:45:00.500000Z"
            return customer.data
        },
        SampleRecipe(type: "customer.deleted") {
            var customer = individual
            customer.modifiedAt = "2026-11-24T17:30:00.987654Z"
            customer.deletedAt = "2026-11-24T17:30:00.987001Z"
            return customer.data
        },
    ]
}
