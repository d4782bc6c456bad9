import Foundation

/// Threads that are made when needed, up to a limit, and then kept.
final class ThreadPool: @unchecked Sendable {
    // @unchecked: the mutable state is touched between lock() and unlock() of the condition alone.

    private let name: String
    private let limit: Int
    private let niceness: Int32
    private let condition = NSCondition()
    private var jobs: [@Sendable () -> Void] = []
    private var threadCount = 0
    private var idleCount = 0
    private var isStopped = false

    /// - Parameter niceness: how far the threads stand back behind the others of the process, from 0 to 19.
    init(name: String, limit: Int, niceness: Int32 = 0) {
        self.name = name
        self.limit = max(1, limit)
        self.niceness = niceness
    }

    /// Runs a job as soon as a thread is free.
    func run(_ job: @escaping @Sendable () -> Void) {
        condition.lock()
        jobs.append(job)
        let needsThread = idleCount < jobs.count && threadCount < limit
        if needsThread { threadCount += 1 }
        condition.signal()
        condition.unlock()
        guard needsThread else { return }
        Thread { self.work() }.start()
    }

    /// Ends the threads once there is nothing left to run.
    func stop() {
        condition.lock()
        isStopped = true
        condition.broadcast()
        condition.unlock()
    }

    private func work() {
        // Before the start it would not reach the system.
        Thread.current.name = name
        // Linux counts niceness by thread. It fails only for a negative one.
        if niceness > 0 { _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness) }
        while let job = nextJob() { job() }
    }

    /// Waits for a job; nil when the pool is stopped.
    private func nextJob() -> (@Sendable () -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty {
            guard !isStopped else { return nil }
            idleCount += 1
            condition.wait()
            idleCount -= 1
        }
        return jobs.removeFirst()
    }
}
