/// Runs one handler's code on threads of its own.
///
/// A handler that blocks its threads therefore holds up neither the dispatcher, which runs on the shared pool, nor another
/// handler. Dispatch's concurrent queues do not give that: they share one pool, which grows by about a thread a second.
final class HandlerExecutor: TaskExecutor {
    private let threads: ThreadPool

    init(handler: RegisteredHandler) {
        threads = ThreadPool(name: "handler.\(handler.id)", limit: handler.concurrencyLimit)
    }

    deinit {
        threads.stop()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        threads.run { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
