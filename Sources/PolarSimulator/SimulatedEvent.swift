public import Foundation

/// An event of one endpoint of a simulated Polar.
public struct SimulatedEvent: Hashable, Sendable {
    /// One attempt to deliver it.
    public struct Attempt: Hashable, Sendable {
        /// Its id.
        public let id: String

        /// When it was made.
        public let date: Date

        /// The status of the answer; nil where nobody answered.
        public let status: Int?

        /// The beginning of the answer, or what went wrong.
        public let response: String

        /// Whether it was a 2xx.
        public var hasSucceeded: Bool { status.map { (200..<300).contains($0) } ?? false }
    }

    /// The `webhook-id`.
    public let id: String

    /// The endpoint that it is for.
    public let endpointID: String

    /// When it was made.
    public let createdAt: Date

    /// The event type.
    public let type: String

    /// The body; nil once it is archived.
    public internal(set) var payload: String?

    /// The version of the payload.
    public let apiVersion: String

    /// Whether it has arrived or has failed for good; nil while attempts are left.
    public internal(set) var succeeded: Bool?

    /// Whether it was given up because the endpoint was disabled.
    public internal(set) var isSkipped = false

    /// The attempts so far, the oldest first.
    public internal(set) var attempts: [Attempt] = []

    func json() -> [String: Any] {
        [
            "id": id, "created_at": SimulatorJSON.text(createdAt),
            "modified_at": SimulatorJSON.text(attempts.last?.date),
            "last_http_code": attempts.last?.status ?? NSNull(), "succeeded": succeeded ?? NSNull(),
            "skipped": isSkipped, "payload": payload ?? NSNull(), "type": type, "is_archived": payload == nil,
            "api_version": apiVersion,
        ]
    }

    func json(_ attempt: Attempt) -> [String: Any] {
        [
            "id": attempt.id, "created_at": SimulatorJSON.text(attempt.date), "modified_at": NSNull(),
            "succeeded": attempt.hasSucceeded, "http_code": attempt.status ?? NSNull(), "response": attempt.response,
            "webhook_event": json(),
        ]
    }
}
