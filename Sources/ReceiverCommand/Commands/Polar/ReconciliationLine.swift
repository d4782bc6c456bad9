import PolarAPI
import PolarReceiver
import PolarReconciliation

/// The outcome of a check as a line of JSON, with the same keys for every one, and as text.
struct ReconciliationLine: Encodable {
    private enum Key: String, CodingKey {
        case endpoint, polar_id, enabled, was_enabled, disabled_since, from, until
        case events, missing, recovered, redelivered, lost, delivered_elsewhere, states_read, states_changed, holes
    }

    private struct HoleLine: Encodable {
        let webhook_id: String
        let type: String
        let created_at: TimeText
        let outcome: String

        init(_ hole: Hole) {
            webhook_id = hole.webhookID
            type = hole.type
            created_at = TimeText(hole.createdAt)
            outcome = hole.outcome.rawValue
        }
    }

    private let endpoint: String
    private let outcome: Reconciliation

    init(endpoint: String, outcome: Reconciliation) {
        self.endpoint = endpoint
        self.outcome = outcome
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(endpoint, forKey: .endpoint)
        try container.encode(outcome.endpoint.id, forKey: .polar_id)
        try container.encode(outcome.endpoint.isEnabled, forKey: .enabled)
        try container.encode(outcome.wasEnabled, forKey: .was_enabled)
        try container.encode(outcome.disabledSince.map(TimeText.init), forKey: .disabled_since)
        try container.encode(TimeText(outcome.start), forKey: .from)
        try container.encode(TimeText(outcome.end), forKey: .until)
        try container.encode(outcome.events, forKey: .events)
        try container.encode(outcome.holes.count, forKey: .missing)
        try container.encode(outcome.count(.recovered), forKey: .recovered)
        try container.encode(outcome.count(.redelivered), forKey: .redelivered)
        try container.encode(outcome.count(.lost), forKey: .lost)
        try container.encode(outcome.deliveredElsewhere, forKey: .delivered_elsewhere)
        try container.encode(outcome.states, forKey: .states_read)
        try container.encode(outcome.changedStates.count, forKey: .states_changed)
        try container.encode(outcome.holes.map(HoleLine.init), forKey: .holes)
    }

    /// The same for people.
    var text: String {
        ([summary] + outcome.holes.map(Self.text) + hints).joined(separator: "\n")
    }

    private var summary: String {
        let time = "from \(TimeText(outcome.start)) to \(TimeText(outcome.end))"
        let found = "\(outcome.events) events \(time), \(outcome.holes.count) missing"
        guard outcome.states > 0 else { return "\(endpoint): \(found)." }
        return "\(endpoint): \(found); \(outcome.states) states read, \(outcome.changedStates.count) changed."
    }

    private static func text(_ hole: Hole) -> String {
        MessageTable.printable(
            "  \(hole.outcome.rawValue)  \(TimeText(hole.createdAt))  \(hole.type)  \(hole.webhookID)"
        )
    }

    private var hints: [String] {
        var hints: [String] = []
        if outcome.wasEnabled { hints.append("The endpoint was disabled and is enabled again.") }
        if !outcome.endpoint.isEnabled {
            hints.append("The endpoint is disabled: Polar makes no events for it. Run this again with --enable.")
        }
        if outcome.deliveredElsewhere > 0 {
            hints.append(
                """
                \(outcome.deliveredElsewhere) events that Polar has delivered are not in this inbox: if it was lost, or \
                restored from an old copy, run this again with --include-delivered.
                """
            )
        }
        if outcome.count(.lost) > 0 { hints.append("What is lost has no payload at Polar any more.") }
        return hints
    }
}
