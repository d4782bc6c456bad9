import Dispatch
import Synchronization

/// A Dispatch source that reports once each time it is armed.
final class OneShotSource: @unchecked Sendable {
    // @unchecked: sources of Dispatch may be used on any thread, which is not declared.

    enum Direction {
        case reading
        case writing
    }

    private struct State {
        /// Whether the source is not suspended; Dispatch may release only such a one.
        var isArmed = false
        var isCancelled = false
    }

    private let source: any DispatchSourceProtocol
    private let state = Mutex(State())
    private let isDone = DispatchSemaphore(value: 0)

    /// Makes a source that is not armed; it must be cancelled before its descriptor is closed.
    init(
        _ direction: Direction,
        _ descriptor: Int32,
        on queue: DispatchQueue,
        report: @escaping @Sendable () -> Void
    ) {
        source =
            switch direction {
            case .reading: DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            case .writing: DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
            }
        source.setEventHandler { [weak self] in
            if self?.disarm() == true { report() }
        }
        source.setCancelHandler { [isDone] in isDone.signal() }
    }

    /// Asks for the next report, if it is not asked for already.
    func arm() {
        state.withLock { state in
            guard !state.isArmed, !state.isCancelled else { return }
            state.isArmed = true
            source.resume()
        }
    }

    /// Ends the source for ever, and returns when Dispatch needs the descriptor no more; to be called once.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            source.cancel()
            if !state.isArmed { source.resume() }
        }
        isDone.wait()
    }

    /// Makes the source silent; false when it has been ended.
    private func disarm() -> Bool {
        state.withLock { state in
            guard state.isArmed, !state.isCancelled else { return false }
            state.isArmed = false
            source.suspend()
            return true
        }
    }
}
