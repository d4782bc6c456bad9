import Foundation

/// Everything that a simulated Polar knows.
struct SimulatorState {
    /// A customer, whose state comes from outside.
    struct Customer {
        let id: String
        var externalID: String?
        let createdAt: Date
        var state: String
    }

    let organizationID = SimulatorText.id()
    var endpoints: [SimulatedEndpoint] = []
    var events: [SimulatedEvent] = []
    var customers: [Customer] = []
    var oauth = OAuthBook()
    var limiter: RateLimiter

    /// Answers to give instead of working, one after the other.
    var failures: [Int] = []

    init(_ options: SimulatorOptions) {
        limiter = RateLimiter(limit: options.rateLimit)
    }

    // MARK: Events

    /// Makes the events of a body, one for each enabled endpoint that wants its type.
    mutating func record(_ body: String, type: String) -> [SimulatedEvent] {
        let new = endpoints.filter { $0.isEnabled && $0.events.contains(type) }.map { endpoint in
            SimulatedEvent(
                id: SimulatorText.id(),
                endpointID: endpoint.id,
                createdAt: Date(),
                type: type,
                payload: body,
                apiVersion: endpoint.apiVersion
            )
        }
        events += new
        return new
    }

    func event(_ id: String) -> SimulatedEvent? { events.first { $0.id == id } }

    func endpoint(_ id: String) -> SimulatedEndpoint? { endpoints.first { $0.id == id } }

    /// How many events of the endpoint are older, younger than a minute, and without an attempt.
    func waiting(before event: SimulatedEvent, age: TimeInterval) -> Int {
        events.prefix { $0.id != event.id }.count {
            $0.endpointID == event.endpointID && $0.attempts.isEmpty && !$0.isSkipped
                && Date().timeIntervalSince($0.createdAt) < age
        }
    }

    /// Notes how an attempt ended; returns whether another one follows.
    mutating func note(_ attempt: SimulatedEvent.Attempt, of id: String) -> Bool {
        guard let index = events.firstIndex(where: { $0.id == id }) else { return false }
        events[index].attempts.append(attempt)
        if attempt.hasSucceeded {
            events[index].succeeded = true
        } else if events[index].attempts.count >= Backoff.attempts, events[index].succeeded != true {
            events[index].succeeded = false
            disableIfNeeded(events[index].endpointID)
        }
        return events[index].succeeded == nil
    }

    mutating func skip(_ id: String) {
        guard let index = events.firstIndex(where: { $0.id == id }) else { return }
        events[index].isSkipped = true
    }

    /// Disables an endpoint whose ten newest finished events have all failed; what waits there is skipped.
    private mutating func disableIfNeeded(_ id: String) {
        let finished = events.filter { $0.endpointID == id && $0.succeeded != nil }.suffix(10)
        guard finished.count == 10, finished.allSatisfy({ $0.succeeded == false }) else { return }
        change(id) { $0.isEnabled = false }
        for index in events.indices where events[index].endpointID == id && events[index].succeeded == nil {
            events[index].isSkipped = true
        }
    }

    // MARK: Endpoints

    /// Changes an endpoint; nil where there is none.
    @discardableResult
    mutating func change(_ id: String, _ body: (inout SimulatedEndpoint) -> Void) -> SimulatedEndpoint? {
        guard let index = endpoints.firstIndex(where: { $0.id == id }) else { return nil }
        body(&endpoints[index])
        endpoints[index].modifiedAt = Date()
        return endpoints[index]
    }
}
