/// A question that the checkout of a product asks.
struct CustomFieldSample: Sendable {
    let id: String
    let type: String
    let slug: String
    let name: String
    let properties: JSONText

    /// The field with its place in a product.
    func attached(order: Int, isRequired: Bool) -> JSONText {
        """
        {
            "custom_field_id": \(id),
            "custom_field": {
                "created_at": "2026-05-05T09:00:00Z",
                "modified_at": null,
                "id": \(id),
                "metadata": {},
                "type": \(type),
                "slug": \(slug),
                "name": \(name),
                "organization_id": \(SampleID.organization),
                "properties": \(properties)
            },
            "order": \(order),
            "required": \(isRequired)
        }
        """
    }
}

extension CustomFieldSample {
    static let nickname = CustomFieldSample(
        id: "1b9d8666-996b-49c6-8fba-12a7d9974e0d",
        type: "text",
        slug: "nickname",
        name: "Spitzname",
        properties: #"{"form_label": "Wie dürfen wir dich nennen?", "max_length": 40, "textarea": false}"#
    )

    static let consent = CustomFieldSample(
        id: "e93ae497-5b7a-47fd-b65e-59ffa957b8b5",
        type: "checkbox",
        slug: "beta_programme",
        name: "Beta-Programm",
        properties: #"{"form_help_text": "Jederzeit kündbar."}"#
    )

    static let deskCount = CustomFieldSample(
        id: "addb13e5-1753-4deb-855e-e64c4c71e50d",
        type: "number",
        slug: "desks",
        name: "Arbeitsplätze",
        properties: #"{"ge": 1, "le": 5000}"#
    )

    static let startDate = CustomFieldSample(
        id: "813c1d92-b1f2-441c-b656-f93dc0ac4e69",
        type: "date",
        slug: "start_date",
        name: "Starttermin",
        properties: #"{"ge": 1767225600}"#
    )

    static let trade = CustomFieldSample(
        id: "0ec0678c-f3a2-48c4-9dbd-9023f1b49b77",
        type: "select",
        slug: "trade",
        name: "Branche",
        properties: """
            {
                "options": [
                    {"value": "design", "label": "Gestaltung"},
                    {"value": "craft", "label": "Handwerk"}
                ]
            }
            """
    )
}
