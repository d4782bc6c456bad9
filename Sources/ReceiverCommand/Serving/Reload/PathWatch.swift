import Dispatch
import Glibc

/// Says that something happened to some files or in some folders, by inotify; while nothing does, nothing wakes up.
///
/// What is written into a file without closing it is not seen, so that a log beside the configuration costs nothing.
final class PathWatch: @unchecked Sendable {
    // @unchecked: Dispatch sources serve any number of threads; this one is only cancelled, once.

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB
    )

    private let source: any DispatchSourceRead

    /// Watches them; nil when the system has no room for another watch.
    init?(_ paths: Set<String>, onChange: @escaping @Sendable () -> Void) {
        let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { return nil }
        // What is gone by now is no longer on the way to a file.
        let failures = paths.filter { inotify_add_watch(descriptor, $0, Self.events) < 0 && errno == ENOSPC }
        guard failures.isEmpty else {
            close(descriptor)
            return nil
        }
        source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor,
            queue: DispatchQueue(label: "polar-receiver.files")
        )
        source.setEventHandler {
            Self.drain(descriptor)
            onChange()
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
    }

    deinit {
        source.cancel()
    }

    /// Reads what happened; where and what is found out by looking at the files.
    private static func drain(_ descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        while read(descriptor, &bytes, bytes.count) > 0 {}
    }
}
