/// A meter, by which usage is counted and billed.
struct MeterSample: Sendable {
    let id: String
    let name: String
    let unit: String
    var customLabel: String?
    var customMultiplier: Int?
    let aggregation: JSONText
    let filter: JSONText

    static let tokens = MeterSample(
        id: SampleID.tokenMeter,
        name: "KI-Token",
        unit: "token",
        aggregation: #"{"func": "sum", "property": "total_tokens"}"#,
        filter: """
            {
                "conjunction": "and",
                "clauses": [
                    {"property": "name", "operator": "eq", "value": "completion"},
                    {
                        "conjunction": "or",
                        "clauses": [
                            {"property": "cached", "operator": "eq", "value": false},
                            {"property": "total_tokens", "operator": "gte", "value": 1000}
                        ]
                    }
                ]
            }
            """
    )

    static let devices = MeterSample(
        id: SampleID.deviceMeter,
        name: "Aktive Geräte",
        unit: "custom",
        customLabel: "Gerät",
        customMultiplier: 1,
        aggregation: #"{"func": "unique", "property": "device_id"}"#,
        filter: #"{"conjunction": "and", "clauses": []}"#
    )

    /// The meter inside a subscription.
    var data: JSONText {
        """
        {
            "metadata": {"dashboard": "übersicht"},
            "created_at": "2026-05-04T12:00:00Z",
            "modified_at": "2026-06-01T07:30:00.250000Z",
            "id": \(id),
            "name": \(name),
            "unit": \(unit),
            "custom_label": \(customLabel),
            "custom_multiplier": \(customMultiplier),
            "filter": \(filter),
            "aggregation": \(aggregation),
            "organization_id": \(SampleID.organization),
            "archived_at": null
        }
        """
    }

    /// The meter inside a price.
    var summary: JSONText {
        """
        {
            "id": \(id),
            "name": \(name),
            "unit": \(unit),
            "custom_label": \(customLabel),
            "custom_multiplier": \(customMultiplier)
        }
        """
    }
}
