import EventStore
import Foundation
import GRDB

/// What the writer needs of a delivery to change it.
struct DeliveryRow {
    /// The columns in the order in which ``init(_:)`` reads them.
    static let columns = """
        id, message_id, handler, lane, topic, place, awaited, state, attempt, interruptions, next_attempt_at, started_at, \
        failing_since
        """

    let id: Int64
    let message: Int64
    let handler: HandlerID
    let lane: String?
    let topic: String?
    let place: LanePlace?

    /// Whether others wait for it, as the head of its lane.
    let isAwaited: Bool

    let state: DeliveryState
    let attempt: Int
    let interruptions: Int
    let dueAt: Int64
    let startedAt: Int64?
    let failingSince: Int64?

    init(_ row: Row) throws {
        id = try row.decode(atIndex: 0)
        message = try row.decode(atIndex: 1)
        handler = HandlerID(rawValue: try row.text(2))
        lane = try row.optionalText(3)
        topic = try row.optionalText(4)
        place = try row.optionalText(5).flatMap(LanePlace.init)
        isAwaited = try row.decode(atIndex: 6)
        state = try row.state(7)
        attempt = try row.decode(atIndex: 8)
        interruptions = try row.decode(atIndex: 9)
        dueAt = try row.decode(atIndex: 10)
        startedAt = try row.decode(atIndex: 11)
        failingSince = try row.decode(atIndex: 12)
    }

    /// Whether it is in line, so that reviving it changes nothing about its place.
    var hasPlace: Bool { place == .head || place == .blocked }

    /// Whether it is the head of a lane; names are compared by their bytes.
    func isHead(of lane: String, _ handler: HandlerID) -> Bool {
        place == .head && self.lane?.utf8.elementsEqual(lane.utf8) == true
            && self.handler.rawValue.utf8.elementsEqual(handler.rawValue.utf8)
    }
}

extension InboxTransaction {
    /// A delivery that runs, nil when it does not.
    func runningDelivery(_ id: Int64) throws -> DeliveryRow? {
        try deliveryRows(where: "id = ? AND +state = 'running'", [id]).first
    }

    /// The deliveries of a message in the order they were made.
    func deliveryRows(ofMessage id: Int64) throws -> [DeliveryRow] {
        try deliveryRows(where: "message_id = ? ORDER BY id", [id])
    }

    /// The deliveries that fulfil a condition.
    func deliveryRows(where condition: String, _ arguments: StatementArguments = []) throws -> [DeliveryRow] {
        try fetch("SELECT \(DeliveryRow.columns) FROM deliveries WHERE \(condition)", arguments, DeliveryRow.init)
    }
}
