import EventStore
import Logging
import PolarReceiver

/// Makes changes, in pieces, and says in the log who asked for them.
struct Changes: Sendable {
    /// How many messages are changed in one transaction.
    private static let piece = 500

    let context: ConsoleContext

    /// What a page says of a change that was made; nil where none was.
    static func sentence(_ name: String?, _ count: String?) -> String? {
        guard let name, ["replayed", "dismissed"].contains(name) else { return nil }
        guard let count = count.flatMap({ Int($0) }) else { return nil }
        return "\(Counted.text(count, "delivery", plural: "deliveries")) \(count == 1 ? "was" : "were") \(name)."
    }

    /// The number of deliveries that were changed.
    func make(_ change: Change, _ request: ConsoleRequest, _ visitor: Visitor) async throws(StoreError) -> Int {
        var count = 0
        if change.isAboutAll {
            count = try await replayAllDead(of: change.handler)
        } else {
            var rest = change.rows[...]
            while !rest.isEmpty {
                count += try await perform(change, Array(rest.prefix(Self.piece)))
                rest = rest.dropFirst(Self.piece)
            }
        }
        context.audit(
            change.kind == .replay ? "Replayed deliveries" : "Dismissed dead letters",
            request,
            visitor,
            ["delivery.count": "\(count)", "handler.id": "\(change.handler?.rawValue ?? "all")"]
        )
        return count
    }

    private func perform(_ change: Change, _ rows: [Int64]) async throws(StoreError) -> Int {
        switch change.kind {
        case .replay:
            let states: Set<DeliveryState> = change.isAboutDead ? [.dead] : []
            let rule = ReplayRule(handler: change.handler, states: states, asNew: change.isAsNew)
            return try await context.receiver.perform(.replay(rows: rows, rule)).changed
        case .dismiss:
            return try await context.receiver.perform(.dismiss(rows: rows, handler: change.handler)).changed
        }
    }

    /// Goes by row up to the newest one, so that it meets neither a letter that dies again nor one that is new.
    private func replayAllDead(of handler: HandlerID?) async throws(StoreError) -> Int {
        var query = MessageQuery()
        query.states = [.dead]
        query.handler = handler
        let rule = ReplayRule(handler: handler, states: [.dead])
        var count = 0
        var walk = try await InboxWalk(context.inbox, query)
        while case let records = try await walk.next(Self.piece), !records.isEmpty {
            count += try await context.receiver.perform(.replay(rows: records.map(\.row), rule)).changed
        }
        return count
    }
}
