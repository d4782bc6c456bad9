public import Foundation

/// How an endpoint has fared since the start of the receiver: what an alarm has to look at.
public struct EndpointStatus: Hashable, Sendable {
    /// The number of failing messages from which on Polar may disable an endpoint.
    ///
    /// Polar does so when the ten newest events that it has finished with have all failed.
    public static let disablingCount = 10

    /// The endpoint's name.
    public let name: String

    /// Its path.
    public let path: String

    /// When the last message was accepted; nil when none has been yet.
    public internal(set) var lastAccepted: Date?

    /// Since when no message has been accepted: the last one, or the start.
    public internal(set) var silentSince: Date

    /// How many requests were refused since the last message that was accepted.
    public internal(set) var consecutiveRefusals = 0

    /// How many different messages of the sender have failed since then, from 0 to ``disablingCount``.
    ///
    /// A message counts that was verified and could not be stored. Of messages that do not verify, those from listed senders
    /// count; without a list, those with an id, a fresh timestamp and a signature that does not fit.
    public internal(set) var failingMessages = 0

    /// How many requests were refused since the start, by the reason that they were told.
    public internal(set) var refusals: [String: Int] = [:]

    /// How many messages each secret has verified since the start, by its index.
    public internal(set) var secretUses: [Int: Int] = [:]

    private var accepted = MinuteCounts()

    init(name: String, path: String, silentSince: Date) {
        self.name = name
        self.path = path
        self.silentSince = silentSince
    }

    /// How many messages were accepted in each of the 60 minutes up to a moment, the oldest first.
    public func acceptedPerMinute(at date: Date) -> [Int] {
        accepted.values(at: date)
    }

    mutating func accept(at date: Date, secret: Int) {
        lastAccepted = date
        silentSince = date
        consecutiveRefusals = 0
        failingMessages = 0
        secretUses[secret, default: 0] += 1
        accepted.count(at: date)
    }

    mutating func refuse(reason: String) {
        consecutiveRefusals += 1
        refusals[reason, default: 0] += 1
    }
}
