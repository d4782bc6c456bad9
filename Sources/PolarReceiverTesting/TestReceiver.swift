import EventStore

/// A receiver for tests of handler modules: with a clock that the test moves, a store in memory, and real everything else.
///
/// ```swift
/// try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
///     let message = try await receiver.send(.sample(.orderPaid))
///     try await receiver.wait(for: message, in: .succeeded)
/// }
/// ```
///
/// Nothing is shared between two receivers, so tests run side by side.
public struct TestReceiver: Sendable {
    /// How messages reach the receiver.
    public enum Transport: Hashable, Sendable, CaseIterable {
        /// Without a socket: the request is handed over as bytes.
        case memory

        /// Over TCP to the real HTTP server, on a free port of this machine.
        case socket
    }

    /// The path of the endpoint.
    static let path = "/webhooks/polar"

    /// The secret of the endpoint; it signs nothing outside of the test.
    static let secret = "whsec_cG9sYXItcmVjZWl2ZXItdGVzdGluZy1zZWNyZXQ="

    /// The clock that decides what is due.
    ///
    /// ``advance(by:)`` and ``settle()`` move it when nothing runs; move it here while a handler runs, to let it exceed its
    /// time-out.
    public let clock: ManualClock

    let receiver: Receiver
    let store: WatchedStore
    let handlers: [HandlerID]
    let channel: any Channel
    let recorder: LogRecorder

    /// How long something may take that a test waits for.
    let patience: Duration

    /// What the receiver and its handlers have logged, from level trace on.
    public var log: [LogLine] { recorder.lines }
}
