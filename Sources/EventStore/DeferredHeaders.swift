/// The headers of a claimed message, read when somebody asks for them: most handlers never do.
public struct DeferredHeaders: Hashable, Sendable {
    private let read: @Sendable () -> [MessageHeader]

    /// Makes headers of what reads them; it may run several times, or never.
    public init(_ read: @escaping @Sendable () -> [MessageHeader]) {
        self.read = read
    }

    /// Makes headers that are at hand.
    public init(_ headers: [MessageHeader] = []) {
        self.init { headers }
    }

    /// The headers, read anew each time.
    public var all: [MessageHeader] { read() }

    /// Compares what is read.
    public static func == (left: DeferredHeaders, right: DeferredHeaders) -> Bool {
        left.all == right.all
    }

    /// Hashes what is read.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(all)
    }
}
