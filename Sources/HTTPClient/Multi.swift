import CCurl
import CLinux
import Dispatch
import Glibc

/// curl's multi handle with what wakes it: the sockets in one epoll set, which Dispatch watches, and one timer.
///
/// Leaving a set takes effect at once, so that no event of a closed socket can come late; a Dispatch source of its own for
/// each socket could outlive it. Everything happens on one queue.
final class Multi {
    private static let eventCapacity = 64

    /// How often curl is called again without a pause when it asks for that.
    private static let rounds = 16

    private let handle: UnsafeMutableRawPointer
    private let epoll: Int32
    private let sockets: any DispatchSourceRead
    private let timer: any DispatchSourceTimer
    private var events = [linux_event](repeating: linux_event(), count: eventCapacity)

    /// When curl wants to be called, and when the timer will fire.
    private var due: ContinuousClock.Instant?
    private var armed: ContinuousClock.Instant?

    private let ended: (UnsafeMutableRawPointer, CURLcode) -> Void
    private let woken: () -> Void

    /// - Parameters:
    ///   - queue: where everything happens.
    ///   - ended: takes an easy handle that is done; must remove it.
    ///   - woken: is called when the timer has fired.
    init(
        _ configuration: Client.Configuration,
        queue: DispatchQueue,
        ended: @escaping (UnsafeMutableRawPointer, CURLcode) -> Void,
        woken: @escaping () -> Void
    ) throws(ClientError) {
        guard Self.isCurlReady, let handle = curl_multi_init() else { throw .system(errno: ENOMEM) }
        let epoll = linux_epoll_create()
        guard epoll >= 0 else {
            let failure = errno
            curl_multi_cleanup(handle)
            throw .system(errno: failure)
        }
        (self.handle, self.epoll, self.ended, self.woken) = (handle, epoll, ended, woken)
        sockets = DispatchSource.makeReadSource(fileDescriptor: epoll, queue: queue)
        timer = DispatchSource.makeTimerSource(queue: queue)
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_multi_set_watchers(handle, Self.watch, Self.setTime, context)
        ccurl_multi_set_long(handle, CURLMOPT_MAX_HOST_CONNECTIONS, configuration.connectionsPerHost)
        ccurl_multi_set_long(handle, CURLMOPT_MAX_TOTAL_CONNECTIONS, configuration.connections)
        ccurl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, configuration.connections)
        sockets.setEventHandler { [weak self] in self?.readEvents() }
        timer.setEventHandler { [weak self] in self?.readTimer() }
        sockets.activate()
        timer.activate()
    }

    /// Lets curl begin with an easy handle.
    func add(_ easy: UnsafeMutableRawPointer) throws(ClientError) {
        guard curl_multi_add_handle(handle, easy) == CURLM_OK else { throw .system(errno: ENOMEM) }
    }

    /// Ends the exchange of an easy handle, if it has not ended.
    func remove(_ easy: UnsafeMutableRawPointer) {
        curl_multi_remove_handle(handle, easy)
    }

    /// Lets curl read on after a pause.
    func unpause(_ easy: UnsafeMutableRawPointer) {
        curl_easy_pause(easy, CURLPAUSE_CONT)
    }

    /// Closes all connections, after all easy handles were removed, and calls `completion` when no descriptor is left.
    func close(_ completion: @escaping @Sendable () -> Void) {
        curl_multi_cleanup(handle)
        timer.cancel()
        sockets.setCancelHandler { [epoll] in
            Glibc.close(epoll)
            completion()
        }
        sockets.cancel()
    }

    /// Does what curl has asked for since the last call, and has the timer fire in time for it and for `expiry`.
    func settle(expiry: () -> ContinuousClock.Instant?) {
        var rounds = 0
        repeat {
            if let due, due <= .now {
                self.due = nil
                act(on: ccurl_no_socket, 0)
            }
            tellEnds()
            rounds += 1
        } while rounds < Self.rounds && due.map { $0 <= .now } ?? false
        guard let next = [due, expiry()].compactMap(\.self).min(), armed.map({ next < $0 }) ?? true else { return }
        armed = next
        // Timeouts bear a millisecond, and the system can serve several timers at once.
        timer.schedule(deadline: .now() + Self.interval(until: next), leeway: .milliseconds(1))
    }

    private func tellEnds() {
        var code = CURLE_OK
        while let easy = ccurl_multi_next_end(handle, &code) { ended(easy, code) }
    }

    private func act(on socket: curl_socket_t, _ readiness: Int32) {
        var running: Int32 = 0
        curl_multi_socket_action(handle, socket, readiness, &running)
    }

    private func readEvents() {
        let count = linux_epoll_wait(epoll, &events, Int32(Self.eventCapacity), 0)
        for event in events.prefix(max(0, Int(count))) {
            var readiness: Int32 = 0
            if event.events & linux_readable != 0 { readiness |= CURL_CSELECT_IN }
            if event.events & linux_writable != 0 { readiness |= CURL_CSELECT_OUT }
            if event.events & (linux_failed | linux_hung_up) != 0 { readiness |= CURL_CSELECT_ERR }
            act(on: Int32(truncatingIfNeeded: event.data), readiness)
        }
        woken()
    }

    private func readTimer() {
        armed = nil
        woken()
    }

    private func watch(_ socket: curl_socket_t, _ what: Int32) {
        linux_epoll_remove(epoll, socket)
        var events: UInt32 = 0
        if what & CURL_POLL_IN != 0 { events |= linux_readable }
        if what & CURL_POLL_OUT != 0 { events |= linux_writable }
        guard what != CURL_POLL_REMOVE, events != 0 else { return }
        // Fails only without memory; the deadline of the exchange ends it then.
        linux_epoll_add(epoll, socket, events, UInt64(UInt32(bitPattern: socket)))
    }

    private static let watch: curl_socket_callback = { _, socket, what, context, _ in
        guard let context else { return 0 }
        Unmanaged<Multi>.fromOpaque(context).takeUnretainedValue().watch(socket, what)
        return 0
    }

    private static let setTime: curl_multi_timer_callback = { _, milliseconds, context in
        guard let context else { return 0 }
        let multi = Unmanaged<Multi>.fromOpaque(context).takeUnretainedValue()
        multi.due = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
        return 0
    }

    private static func interval(until moment: ContinuousClock.Instant) -> DispatchTimeInterval {
        let wait = min(max(.zero, moment - .now), .seconds(86_400))
        return .nanoseconds(Int(wait / .nanoseconds(1)))
    }

    /// Once for the process.
    private static let isCurlReady = curl_global_init(ccurl_global_default) == CURLE_OK
}
