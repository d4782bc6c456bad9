public import Foundation

/// A realistic message body of one event type, as Polar sends it in API version 2026-10.
///
/// All samples tell of one small shop, so an object has the same id wherever it appears. The bodies are compact JSON with
/// the fields Polar's schemas leave out, such as `user_id`. To deliver a sample, sign it with `MessageSigner`.
public struct SampleEvent: Hashable, Sendable {
    /// The name of the event type, such as `order.paid`.
    public let type: String
    /// The bytes to sign and to send.
    public let body: [UInt8]
}

extension SampleEvent {
    /// The event types that have a sample: customer, billing and organization events, each family in order of its life.
    public static var types: [String] {
        SampleRecipe.all.map(\.type)
    }

    /// The sample of an event type, or nil for a type that has none.
    ///
    /// - Parameter timestamp: when Polar is said to have created the event, kept to the microsecond.
    public init?(type: String, timestamp: Date = .now) {
        guard let sample = SampleRecipe.all.first(where: { $0.type == type }) else { return nil }
        self.type = type
        body = sample.envelope(timestamp: timestamp).compactBytes
    }
}
