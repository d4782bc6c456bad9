import Foundation

/// The last descriptors of the process, which connections leave alone.
///
/// Whatever else needs one still gets it: the database, a handler, and Dispatch itself, which ends the process when it
/// cannot open a file to count its busy threads.
struct DescriptorReserve: Sendable {
    /// With room for fewer connections a server would serve next to no client.
    private static let fewestConnections = 16

    private let limit: UInt64
    private let start: Int32

    /// - Parameter limit: how many descriptors the process may open; one in sixteen is kept, 64 at most.
    init(limit: UInt64) {
        self.limit = limit
        start = Int32(clamping: limit - min(limit / 16, 64))
    }

    /// Looks whether enough descriptors are free for a server and some connections.
    ///
    /// - Parameter count: how many the server itself needs.
    /// - Throws: ``ServerError`` when they are not.
    func check(for count: Int) throws(ServerError) {
        let base = usedCount + count + Self.fewestConnections
        guard base > Int(start) else { return }
        // The rest of the program, which starts at the same time, gets some as well.
        let needed = base + Self.fewestConnections
        throw .tooFewDescriptors(limit: Int(clamping: limit), needed: needed + min(needed / 15 + 1, 64))
    }

    /// How many descriptors in front of the reserve are open.
    private var usedCount: Int {
        if let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            return names.compactMap(Int32.init).count { $0 < start }
        }
        // Without proc(5), or without a descriptor to read it: the system gives the lowest that is free.
        let probe = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard probe >= 0 else { return Int(start) }
        close(probe)
        return Int(probe)
    }

    /// Whether a descriptor is one of them, and so all before are in use: the system gives the lowest that is free.
    func contains(_ descriptor: Int32) -> Bool { descriptor >= start }

    /// Raises the soft limit of open files to the hard one, so that connections are limited by configuration.
    ///
    /// - Returns: the limit from now on.
    static func raiseLimit() -> UInt64 {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        let before = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        // Without the right to raise it, the limit stays as it is.
        let isRaised = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        return UInt64(isRaised ? limit.rlim_max : before)
    }
}
