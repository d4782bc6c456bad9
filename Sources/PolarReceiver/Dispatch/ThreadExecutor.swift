/// Runs tasks on threads of their own.
///
/// Code that blocks or computes there holds up neither the dispatcher, which runs on the shared pool, nor the code of another
/// executor. Dispatch's concurrent queues do not give that: they share one pool, which grows by about a thread a second.
package final class ThreadExecutor: TaskExecutor {
    private let threads: ThreadPool

    /// Makes an executor; its threads start when they are needed.
    ///
    /// - Parameters:
    ///   - name: what the threads are called.
    ///   - limit: the most threads.
    ///   - niceness: how far the threads stand back behind the others of the process, from 0 to 19.
    package init(name: String, limit: Int, niceness: Int32 = 0) {
        threads = ThreadPool(name: name, limit: limit, niceness: niceness)
    }

    /// Makes the executor of a handler: as many threads as the handler may have deliveries at a time.
    convenience init(handler: RegisteredHandler) {
        self.init(name: "handler.\(handler.id)", limit: handler.concurrencyLimit)
    }

    deinit {
        threads.stop()
    }

    /// Runs a job on one of the threads.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        threads.run { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
