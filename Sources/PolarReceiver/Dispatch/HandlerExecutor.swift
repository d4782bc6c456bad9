import Dispatch

/// Runs one handler's code on its own concurrent Dispatch queue.
///
/// A handler that blocks its thread therefore holds up neither the dispatcher, which runs on the shared pool, nor another
/// handler.
final class HandlerExecutor: TaskExecutor {
    private let queue: DispatchQueue

    init(handler: HandlerID) {
        queue = DispatchQueue(label: "polar-receiver.handler.\(handler)", attributes: .concurrent)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            job.runSynchronously(on: self.asUnownedTaskExecutor())
        }
    }
}
