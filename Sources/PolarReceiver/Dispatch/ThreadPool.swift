import Foundation

/// Threads that are made when needed, up to a limit, and then kept.
final class ThreadPool: @unchecked Sendable {
    // @unchecked: the mutable state is touched between lock() and unlock() of the condition alone.

    private let name: String
    private let limit: Int
    private let condition = NSCondition()
    private var jobs: [@Sendable () -> Void] = []
    private var threadCount = 0
    private var idleCount = 0
    private var isStopped = false

    init(name: String, limit: Int) {
        self.name = name
        self.limit = max(1, limit)
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
        let thread = Thread { self.work() }
        thread.name = name
        thread.start()
    }

    /// Ends the threads once there is nothing left to run.
    func stop() {
        condition.lock()
        isStopped = true
        condition.broadcast()
        condition.unlock()
    }

    private func work() {
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
