public import Foundation

/// Which attempts a listing is about: those that fulfil all of its conditions.
public struct PolarDeliveryQuery: Hashable, Sendable {
    /// The ids of endpoints; all where it is empty.
    public var endpointID: [String] = []

    /// The first moment to take.
    public var start: Date?

    /// The first moment not to take any more.
    public var end: Date?

    /// How they ended.
    public var succeeded: Bool?

    /// A part of the attempt's id, of the event's id, or of the status.
    public var query: String?

    /// `2xx` to `5xx`.
    public var httpCodeClass: String?

    /// Event types; all where it is empty.
    public var eventType: [String] = []

    /// Takes all attempts.
    public init() {}

    var parts: [(name: String, value: String)] {
        let single: [(String, String?)] = [
            ("start_timestamp", start.map(Self.text)),
            ("end_timestamp", end.map(Self.text)),
            ("succeeded", succeeded.map { "\($0)" }), ("query", query), ("http_code_class", httpCodeClass),
        ]
        return endpointID.map { ("endpoint_id", $0) } + single.compactMap { name, value in value.map { (name, $0) } }
            + eventType.map { ("event_type", $0) }
    }

    private static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
