import Glibc

/// A thread of its own for a block that does not end soon.
///
/// Not one of Dispatch, which has a limit of threads: the blocks of everybody else would wait for one.
enum LoopThread {
    private final class Body {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Runs `body`.
    ///
    /// - Throws: ``ServerError`` when the system has no room for another thread; then `body` is not called.
    static func start(_ body: @escaping @Sendable () -> Void) throws(ServerError) {
        let argument = Unmanaged.passRetained(Body(body))
        var thread = pthread_t()
        let error = pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            },
            argument.toOpaque()
        )
        guard error == 0 else {
            argument.release()
            throw .system(operation: "pthread_create", errno: error)
        }
        pthread_detach(thread)
    }
}
