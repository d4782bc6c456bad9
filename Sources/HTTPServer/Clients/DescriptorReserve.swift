import Glibc

/// The last descriptors of the process, which connections leave alone.
///
/// Whatever else needs one still gets it: the database, a handler, and Dispatch itself, which ends the process when it
/// cannot open a file to count its busy threads.
struct DescriptorReserve: Sendable {
    private let start: Int32

    /// - Parameter limit: how many descriptors the process may open; one in sixteen is kept, 64 at most.
    init(limit: UInt64) {
        start = Int32(clamping: limit - min(limit / 16, 64))
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
