import Foundation
import HTTPServer

/// `/v1/webhooks/deliveries` and `/v1/webhooks/events`.
enum DeliveryRoutes {
    /// The attempts that fulfil the conditions of the query, newest first.
    static func list(_ request: SimulatorRequest, _ state: SimulatorState) -> SimulatorAnswer {
        guard let page = ListPage(request.query) else { return ListPage.invalid }
        let query = request.query
        for name in ["start_timestamp", "end_timestamp"] {
            guard let text = query[name], SimulatorJSON.date(text) == nil else { continue }
            return .invalid(["query", name], "Input should be a valid datetime", input: text)
        }
        if let text = query["succeeded"], Bool(text) == nil {
            return .invalid(["query", "succeeded"], "Input should be a valid boolean", input: text)
        }
        if let text = query["http_code_class"], !["2xx", "3xx", "4xx", "5xx"].contains(text) {
            return .invalid(["query", "http_code_class"], "Input should be '2xx', '3xx', '4xx' or '5xx'", input: text)
        }
        for text in query.all("event_type") where !SimulatorRoutes.eventTypes.contains(text) {
            return .invalid(["query", "event_type"], "Input should be an event type", input: text)
        }
        let found = attempts(state).filter { isMeant($0.event, $0.attempt, query) }
        return page.answer(found) { $0.event.json($0.attempt) }
    }

    /// Whether an event may be sent again; it is done by whoever asks.
    static func redelivery(of id: String, _ state: SimulatorState) -> SimulatorAnswer {
        guard UUID(uuidString: id) != nil else {
            return .invalid(["path", "id"], "Input should be a valid UUID", input: id)
        }
        return state.event(id) == nil ? .notFound : .json(NSNull(), status: 202)
    }

    private static func attempts(
        _ state: SimulatorState
    ) -> [(event: SimulatedEvent, attempt: SimulatedEvent.Attempt)] {
        state.events.flatMap { event in event.attempts.map { (event, $0) } }
            .sorted { $0.attempt.date > $1.attempt.date }
    }

    private static func isMeant(
        _ event: SimulatedEvent,
        _ attempt: SimulatedEvent.Attempt,
        _ query: FormFields
    ) -> Bool {
        let endpoints = query.all("endpoint_id")
        let types = query.all("event_type")
        if !endpoints.isEmpty, !endpoints.contains(event.endpointID) { return false }
        if !types.isEmpty, !types.contains(event.type) { return false }
        if let start = query["start_timestamp"].flatMap(SimulatorJSON.date), attempt.date < start { return false }
        if let end = query["end_timestamp"].flatMap(SimulatorJSON.date), attempt.date >= end { return false }
        if let succeeded = query["succeeded"].flatMap(Bool.init), attempt.hasSucceeded != succeeded { return false }
        if let group = query["http_code_class"]?.first?.wholeNumberValue, attempt.status.map({ $0 / 100 }) != group {
            return false
        }
        guard let text = query["query"] else { return true }
        return attempt.id.contains(text) || event.id.contains(text) || "\(attempt.status ?? 0)".contains(text)
    }
}
