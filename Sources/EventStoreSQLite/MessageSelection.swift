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

        /// A row for each message that it meets, from the index alone.
        var steps: SQL {
            switch self {
            case .all, .rows, .subject: "SELECT 1 FROM messages"
            case .type(let type): "SELECT 1 FROM messages INDEXED BY messages_by_type WHERE type = \(text: type)"
            case .deliveries(let handler, let state):
                """
                SELECT 1 FROM deliveries INDEXED BY deliveries_by_state
                WHERE state = \(state.rawValue) AND handler = \(text: handler.rawValue)
                """
            }
        }
    }

    let query: MessageQuery

    /// The types that the query's patterns mean, nil where all do.
    let types: [String]?
    let page: MessagePage

    /// The rows that the walks find, each once.
    func sql(_ walks: [Walk]) -> SQL {
        "\(walks.map(sql).joined(separator: " UNION ")) ORDER BY \(order(of: walks)) LIMIT \(max(0, page.limit))"
    }

    /// A walk by subject is alone, and in order by its blocks.
    private func order(of walks: [Walk]) -> SQL {
        let direction: SQL = page.order == .newestFirst ? "DESC" : "ASC"
        if case .subject = walks.first { return "block \(direction), messages.id \(direction)" }
        return "id \(direction)"
    }

    /// The index of each walk is named, because one that looks better to SQLite would be out of order.
    private func sql(_ walk: Walk) -> SQL {
        switch walk {
        case .all: onMessages("NOT INDEXED", [])
        case .rows(let rows): among(rows)
        case .subject(let subject): onBlocks(subject)
        case .type(let type): onMessages("INDEXED BY messages_by_type", ["type = \(text: type)"])
        case .deliveries(let handler, let state): onDeliveries(handler, state)
        }
    }

    /// A walk from block to block, which looks for the subject in each; the sign lets SQLite see the index's expression.
    private func onBlocks(_ subject: String) -> SQL {
        let bits = Schema.arrivalBlockBits
        let first: SQL =
            switch page.order {
            case .newestFirst: "block <= \(page.bound ?? .max) >> \(bits)"
            case .oldestFirst: "block >= \(page.bound ?? .min) >> \(bits)"
            }
        let times = [
            query.receivedFrom.map { date -> SQL in "latest >= \(date.microseconds)" },
            query.receivedBefore.map { date -> SQL in "earliest < \(date.microseconds)" },
        ].compactMap(\.self)
        let conditions = [first, pageStart("messages.id")] + times + messageConditions + deliveryConditions
        return """
            SELECT messages.id AS id FROM arrivals CROSS JOIN messages INDEXED BY messages_by_subject
            ON messages.id >> \(sql: "\(bits)") = +block AND subject = \(text: subject)
            WHERE \(conditions.joined(operator: .and))
            """
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
    ///
    /// There is at most one condition for each side: of two SQLite starts the walk at one, and steps over the rest.
    private func bounds(_ row: SQL) -> [SQL] {
        let first = query.receivedFrom.map { date -> SQL in
            "((SELECT min(block) FROM arrivals WHERE latest >= \(date.microseconds)) << \(Schema.arrivalBlockBits)) - 1"
        }
        let last = query.receivedBefore.map { date -> SQL in
            "(SELECT max(block) + 1 FROM arrivals WHERE earliest < \(date.microseconds)) << \(Schema.arrivalBlockBits)"
        }
        let (above, below): (SQL?, SQL?) =
            switch page.order {
            case .newestFirst: (first, last.map { "min(\(page.bound ?? .max), \($0))" } ?? "\(page.bound ?? .max)")
            case .oldestFirst: (first.map { "max(\(page.bound ?? .min), \($0))" } ?? "\(page.bound ?? .min)", last)
            }
        return [above.map { "\(row) > \($0)" }, below.map { "\(row) < \($0)" }].compactMap(\.self)
    }

    private func pageStart(_ row: SQL) -> SQL {
        switch page.order {
        case .newestFirst: "\(row) < \(page.bound ?? .max)"
        case .oldestFirst: "\(row) > \(page.bound ?? .min)"
        }
    }

    private var messageConditions: [SQL] {
        [
            types.map { types in "type IN (\(types.map { "\(text: $0)" }.joined(separator: ", ")))" },
            query.subject.map { "subject = \(text: $0)" },
            query.endpoint.map { "endpoint = \(text: $0)" }, query.webhookID.map { "webhook_id = \(text: $0)" },
            query.idPrefix.flatMap(TextPrefix.init)?.condition(on: "webhook_id"),
            query.receivedFrom.map { "received_at >= \($0.microseconds)" },
            query.receivedBefore.map { "received_at < \($0.microseconds)" },
            query.isPruned.map { $0 ? "headers = ''" : "headers <> ''" },
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
