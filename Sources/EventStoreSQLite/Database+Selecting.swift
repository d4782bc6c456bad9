import EventStore
import Foundation
import GRDB

extension Database {
    /// How many messages with an id prefix are looked up and sorted; a more frequent one is met soon on any walk.
    static let prefixLimit = 10_000

    /// How many messages a walk meets at most that is taken rather than one which meets more.
    static let shortWalk = 10_000

    /// How many walks are merged at most.
    static let walkLimit = 64

    /// The rows of a part of the messages that fulfil a query.
    func rows(_ query: MessageQuery, _ page: MessagePage) throws -> [Int64] {
        let types = try types(query.types)
        let selection = MessageSelection(query: query, types: types, page: page)
        let walks = try walks(for: query, types)
        guard !walks.isEmpty else { return [] }
        return try SQLRequest<Int64>(literal: selection.sql(walks)).fetchAll(self)
    }

    /// The walks that meet all messages of a query, and as few others as possible.
    func walks(for query: MessageQuery, _ types: [String]?) throws -> [MessageSelection.Walk] {
        if types?.isEmpty == true { return [] }
        if let id = query.webhookID {
            return [.rows(try SQLRequest<Int64>(literal: Self.rows(withID: id)).fetchAll(self))]
        }
        if let subject = query.subject { return [.subject(subject)] }
        if let rows = try rareRows(withPrefix: query.idPrefix) { return [.rows(rows)] }
        let byType = types.flatMap { $0.count <= Self.walkLimit ? $0.map(MessageSelection.Walk.type) : nil }
        guard query.handler != nil || !query.states.isEmpty else { return byType ?? [.all] }
        let byDelivery = try deliveryWalks(query)
        guard let byType else { return byDelivery }
        let isAboutFew = !query.states.isEmpty && !query.states.contains(.succeeded)
        return try isAboutFew ? shorter(byDelivery, byType) : shorter(byType, byDelivery)
    }

    /// The first walks, unless they are long and the second ones are not.
    private func shorter(
        _ first: [MessageSelection.Walk],
        _ second: [MessageSelection.Walk]
    ) throws -> [MessageSelection.Walk] {
        try !isShort(first) && isShort(second) ? second : first
    }

    private func isShort(_ walks: [MessageSelection.Walk]) throws -> Bool {
        guard !walks.isEmpty else { return true }
        let steps = walks.map(\.steps).joined(separator: " UNION ALL ")
        let sql: SQL = "SELECT count(*) FROM (\(steps) LIMIT \(Self.shortWalk + 1))"
        return try SQLRequest<Int>(literal: sql).fetchOne(self).map { $0 <= Self.shortWalk } ?? true
    }

    /// The types that patterns mean, nil where they mean all messages.
    func types(_ patterns: [TypePattern]) throws -> [String]? {
        if patterns.isEmpty || patterns.contains(where: { $0.prefix?.isEmpty == true }) { return nil }
        return try patterns.flatMap { try $0.prefix.map(types(withPrefix:)) ?? [$0.rawValue] }
    }

    /// The stored types that begin so: one look into the index for each, however many messages there are.
    private func types(withPrefix prefix: String) throws -> [String] {
        guard let prefix = TextPrefix(prefix) else { return [] }
        // As in fetch(_:_:_:): a copied text would end at its first NUL, and then mean no message.
        let rows = try SQLRequest<Row>(literal: Self.types(with: prefix)).fetchCursor(self)
        var types: [String] = []
        while let row = try rows.next() { types.append(try row.text(0)) }
        return types
    }

    static func types(with prefix: TextPrefix) -> SQL {
        """
        WITH RECURSIVE names (name) AS (
            SELECT min(type) FROM messages WHERE type >= \(prefix.start)
            UNION ALL
            SELECT (SELECT min(type) FROM messages WHERE type > name) FROM names WHERE name < \(prefix.limit)
        )
        SELECT name FROM names WHERE \(prefix.condition(on: "name"))
        """
    }

    private func deliveryWalks(_ query: MessageQuery) throws -> [MessageSelection.Walk] {
        let states = query.states.isEmpty ? DeliveryState.allCases : Array(query.states)
        return try states.flatMap { state in
            let handlers = try query.handler.map { [$0] } ?? handlers(withDeliveriesIn: state)
            return handlers.map { MessageSelection.Walk.deliveries($0, state) }
        }
    }

    /// The handlers that have deliveries in a state: one look into the index for each, however many deliveries there are.
    private func handlers(withDeliveriesIn state: DeliveryState) throws -> [HandlerID] {
        try fetch(
            """
            WITH RECURSIVE names (name) AS (
                SELECT min(handler) FROM deliveries WHERE state = ?1
                UNION ALL
                SELECT (SELECT min(handler) FROM deliveries WHERE state = ?1 AND handler > name)
                FROM names WHERE name IS NOT NULL
            )
            SELECT name FROM names WHERE name IS NOT NULL
            """,
            [state.rawValue]
        ) { row in
            HandlerID(rawValue: try row.text(0))
        }
    }

    /// The rows of the messages whose ids begin so, nil when these are too many to sort.
    private func rareRows(withPrefix prefix: String?) throws -> [Int64]? {
        guard let prefix = prefix.flatMap(TextPrefix.init) else { return nil }
        let rows = try SQLRequest<Int64>(literal: Self.rows(with: prefix)).fetchAll(self)
        return rows.count > Self.prefixLimit ? nil : rows
    }

    static func rows(with prefix: TextPrefix) -> SQL {
        "\(rows(where: prefix.condition(on: "webhook_id"))) LIMIT \(prefixLimit + 1)"
    }

    /// The rows of the messages with an id, of which each endpoint can have one.
    static func rows(withID id: String) -> SQL { rows(where: "webhook_id = \(text: id)") }

    /// The ids are looked up endpoint by endpoint, as they are unique.
    private static func rows(where condition: SQL) -> SQL {
        """
        WITH RECURSIVE names (name) AS (
            SELECT min(endpoint) FROM messages
            UNION ALL
            SELECT (SELECT min(endpoint) FROM messages WHERE endpoint > name) FROM names WHERE name IS NOT NULL
        )
        SELECT messages.id FROM names CROSS JOIN messages WHERE endpoint = name AND \(condition)
        """
    }
}
