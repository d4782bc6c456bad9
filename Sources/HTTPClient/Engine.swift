import CCurl
import Dispatch

/// The exchanges of one client, on a serial queue; each of them ends exactly once.
final class Engine: @unchecked Sendable {
    // @unchecked: everything else happens on the queue.
    private let queue = DispatchQueue(label: "polar-receiver.http-client")
    private let configuration: Client.Configuration

    /// Nil before the first request and after a while without one.
    private var multi: Multi?
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]

    /// Not later than the first deadline of a transfer; may be too early.
    private var nextExpiry: ContinuousClock.Instant?

    /// Since when there are no transfers.
    private var idleSince: ContinuousClock.Instant?
    private var isShutDown = false

    init(_ configuration: Client.Configuration) {
        self.configuration = configuration
    }

    /// Begins an exchange; `completion` is called once.
    func start(_ transfer: Transfer, _ completion: @escaping @Sendable (ClientError?) -> Void) {
        queue.async { [self] in
            transfer.wait(completion)
            // It was cancelled before it began.
            guard transfer.outcome == nil else { return }
            do throws(ClientError) { try begin(transfer) } catch { end(transfer, error) }
            settle()
        }
    }

    /// Ends an exchange that has not ended.
    func cancel(_ transfer: Transfer) {
        queue.async { [self] in
            end(transfer, .cancelled)
            settle()
        }
    }

    /// Gives the next bytes of a stream.
    func read(_ transfer: Transfer, _ reader: @escaping @Sendable (Result<[UInt8]?, ClientError>) -> Void) {
        queue.async { [self] in
            transfer.read(reader)
            guard transfer.resume(), let easy = transfer.easy else { return }
            note(transfer.expiry)
            multi?.unpause(easy)
            settle()
        }
    }

    /// Ends everything; `completion` comes when all descriptors are closed.
    func shutDown(_ completion: @escaping @Sendable () -> Void = {}) {
        queue.async { [self] in
            isShutDown = true
            for transfer in Array(transfers.values) { end(transfer, .shutDown) }
            guard let multi = multi.take() else { return completion() }
            multi.close(completion)
        }
    }

    // MARK: On the queue

    private func begin(_ transfer: Transfer) throws(ClientError) {
        guard !isShutDown else { throw .shutDown }
        if transfer.expiry.map({ $0 <= .now }) ?? false { throw .timedOut(.connecting(.notBegun)) }
        let multi = try openMulti()
        let easy = try transfer.open(configuration)
        try multi.add(easy)
        transfers[easy] = transfer
        idleSince = nil
        note(transfer.expiry)
    }

    private func openMulti() throws(ClientError) -> Multi {
        if let multi { return multi }
        // The multi handle lives in this engine, and never longer.
        let multi = try Multi(configuration, queue: queue) { [unowned self] easy, code in
            guard let transfer = transfers[easy] else { return }
            end(transfer, transfer.verdict(code))
        } woken: { [unowned self] in
            expire()
            settle()
        }
        self.multi = multi
        return multi
    }

    private func end(_ transfer: Transfer, _ error: ClientError?) {
        if let easy = transfer.easy, transfers.removeValue(forKey: easy) != nil { multi?.remove(easy) }
        transfer.close()
        transfer.end(error)
        guard transfers.isEmpty, multi != nil, idleSince == nil else { return }
        idleSince = .now
        note(.now + configuration.idleTime)
    }

    private func settle() {
        multi?.settle { nextExpiry }
    }

    private func note(_ expiry: ContinuousClock.Instant?) {
        nextExpiry = [nextExpiry, expiry].compactMap(\.self).min()
    }

    /// Ends what has had its time.
    private func expire() {
        let now = ContinuousClock.now
        guard let nextExpiry, nextExpiry <= now else { return }
        self.nextExpiry = nil
        for transfer in Array(transfers.values) {
            if let expiry = transfer.expiry, expiry <= now { end(transfer, .timedOut(transfer.phase)) }
        }
        for transfer in transfers.values { note(transfer.expiry) }
        guard transfers.isEmpty, let idleSince else { return }
        if idleSince + configuration.idleTime <= now {
            multi.take()?.close {}
        } else {
            note(idleSince + configuration.idleTime)
        }
    }
}
