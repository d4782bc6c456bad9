import CLinux
import Dispatch

/// Dispatch's read and write sources, for a system without epoll.
///
/// A source reports for as long as there is something to report. So each is silent after a report, and is armed again when
/// the loop has read, or written, until it had to wait.
final class DispatchPoller: Poller {
    /// The sources of the mailbox and the listener, which are served completely or reported again.
    private var steady: [UInt64: OneShotSource] = [:]
    private var readers: [UInt64: OneShotSource] = [:]
    private var writers: [UInt64: OneShotSource] = [:]
    private let reports = ReadinessReports()
    private let queue = DispatchQueue(label: "polar-receiver.http.sources", qos: .userInitiated)

    init() throws(ServerError) {}

    func add(_ mailbox: Mailbox, data: UInt64) -> Bool {
        steady[data] = source(.reading, mailbox.descriptor.value, data)
        return true
    }

    func add(_ listener: Listener, data: UInt64) -> Bool {
        steady[data] = source(.reading, listener.descriptor.value, data)
        return true
    }

    func remove(_ mailbox: Mailbox, data: UInt64) {
        steady.removeValue(forKey: data)?.cancel()
    }

    func remove(_ listener: Listener, data: UInt64) {
        steady.removeValue(forKey: data)?.cancel()
    }

    func add(_ connection: Connection) -> Bool {
        let (descriptor, data) = (connection.socket.value, connection.id.data)
        readers[data] = source(.reading, descriptor, data)
        writers[data] = source(.writing, descriptor, data)
        return true
    }

    func note(_ connection: Connection) {
        if !connection.isReadable { readers[connection.id.data]?.arm() }
        if connection.waitsForWriting { writers[connection.id.data]?.arm() }
    }

    func remove(_ connection: Connection) {
        readers.removeValue(forKey: connection.id.data)?.cancel()
        writers.removeValue(forKey: connection.id.data)?.cancel()
    }

    func wait(into events: inout [linux_event], milliseconds: Int32) -> Int {
        for source in steady.values { source.arm() }
        return reports.take(into: &events, milliseconds: milliseconds)
    }

    private func source(_ direction: OneShotSource.Direction, _ descriptor: Int32, _ data: UInt64) -> OneShotSource {
        let event = direction == .reading ? linux_readable : linux_writable
        return OneShotSource(direction, descriptor, on: queue) { [reports] in
            // Sources do not tell that a connection has ended or failed.
            reports.append(linux_event(events: event | linux_ending(descriptor), data: data))
        }
    }

    deinit {
        // Only a loop that never ran has left some.
        for sources in [steady, readers, writers] { sources.values.forEach { $0.cancel() } }
    }
}
