/// The name of an event, such as `order.paid`: one of the known ones, or any other that Polar may send some day.
public struct EventType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name as Polar writes it.
    public let rawValue: String

    /// The event type of any name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name as Polar writes it.
    public var description: String { rawValue }

    /// Whether this version knows events of this type.
    public var isKnown: Bool { Self.known.contains(self) }

    private static let known = Set(all)
}
