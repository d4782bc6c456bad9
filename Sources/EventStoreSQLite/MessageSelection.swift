import EventStore
import Foundation
import GRDB

/// The SQL that finds the rows of messages: walks through indices that are in order of arrival, merged.
struct MessageSelection {
    /// One walk, along which the other conditions are checked message by message.
    enum Walk {
        case all
        case rows([Int64])
        case subject(String)
        case type(String)
        case deliveries(HandlerID, DeliveryState)
    }

    let query: MessageQuery

    /// The types that the query's patterns mean, nil where all do.
    let types: [String]?
    let page: MessagePage

    /// The rows that the walks find, each once.
    func sql(_ walks: [Walk]) -> SQL {
        let order: SQL = page.order == .newestFirst ? "DESC" : "ASC"
        return "\(walks.map(sql).joined(separator: " UNION ")) ORDER BY id \(order) LIMIT \(max(0, page.limit))"
    }

    /// The index of each walk is named, because one that looks better to SQLite would be out of order.
    private func sql(_ walk: Walk) -> SQL {
        switch walk {
        case .all: onMessages("NOT INDEXED", [])
        case .rows(let rows): among(rows)
        case .subject(let subject): onMessages("INDEXED BY messages_by_subject", ["subject = \(text: subject)"])
        case .type(let type): onMessages("INDEXED BY messages_by_type", ["type = \(text: type)"])
        case .deliveries(let handler, let state): onDeliveries(handler, state)
        }
    }

    /// The sign keeps SQLite from walking from the bound of the page through all messages.
    private func among(_ rows: [Int64]) -> SQL {
        let start: SQL = "messages.id IN (SELECT value FROM json_each(\("\(rows)")))"
        let conditions = [start] + bounds("+messages.id") + messageConditions + deliveryConditions
        return "SELECT messages.id AS id FROM messages NOT INDEXED WHERE \(conditions.joined(operator: .and))"
    }

    private func onMessages(_ index: SQL, _ start: [SQL]) -> SQL {
        let conditions = start + bounds("messages.id") + messageConditions + deliveryConditions
        return "SELECT messages.id AS id FROM messages \(index) WHERE \(conditions.joined(operator: .and))"
    }

    private func onDeliveries(_ handler: HandlerID, _ state: DeliveryState) -> SQL {
        let start: [SQL] = ["state = \(state.rawValue)", "handler = \(text: handler.rawValue)"]
        let conditions = start + bounds("message_id") + messageConditions
        return """
            SELECT message_id AS id FROM deliveries INDEXED BY deliveries_by_state
            CROSS JOIN messages ON messages.id = message_id
            WHERE \(conditions.joined(operator: .and))
            """
    }

    // MARK: Conditions

    /// Where the page begins, and where messages of the time that is asked for can be at all.
    private func bounds(_ row: SQL) -> [SQL] {
        let start: SQL =
            switch page.order {
            case .newestFirst: "\(row) < \(page.bound ?? .max)"
            case .oldestFirst: "\(row) > \(page.bound ?? .min)"
            }
        let first = query.receivedFrom.map { date -> SQL in
            "\(row) >= (SELECT min(block) FROM arrivals WHERE latest >= \(date.microseconds)) << \(Schema.arrivalBlockBits)"
        }
        let last = query.receivedBefore.map { date -> SQL in
            """
            \(row) < (SELECT max(block) + 1 FROM arrivals WHERE earliest < \(date.microseconds)) \
            << \(Schema.arrivalBlockBits)
            """
        }
        return [start, first, last].compactMap(\.self)
    }

    private var messageConditions: [SQL] {
        [
            types.map { types in "type IN (\(types.map { "\(text: $0)" }.joined(separator: ", ")))" },
            query.subject.map { "subject = \(text: $0)" },
            query.idPrefix.flatMap(TextPrefix.init)?.condition(on: "webhook_id"),
            query.receivedFrom.map { "received_at >= \($0.microseconds)" },
            query.receivedBefore.map { "received_at < \($0.microseconds)" },
            query.isPruned.map { $0 ? "headers = ''" : "headers <> ''" },
            query.bodyText.map { "instr(body, \(Data($0.utf8))) > 0" },
        ].compactMap(\.self)
    }

    private var deliveryConditions: [SQL] {
        guard query.handler != nil || !query.states.isEmpty else { return [] }
        let conditions: [SQL?] = [
            "message_id = messages.id",
            query.handler.map { "handler = \(text: $0.rawValue)" },
            query.states.isEmpty ? nil : "state IN \(query.states.map(\.rawValue))",
        ]
        return ["EXISTS (SELECT * FROM deliveries WHERE \(conditions.compactMap(\.self).joined(operator: .and)))"]
    }
}

extension SQLInterpolation {
    /// A text with all its characters.
    mutating func appendInterpolation(text: String) {
        appendLiteral("CAST(")
        appendInterpolation(ExactText(text))
        appendLiteral(" AS TEXT)")
    }
}
