import Foundation

/// Runs the body on threads of their own, as those of Swift's concurrency must not be kept busy, and waits for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) async {
    await withTaskGroup { group in
        for number in 0..<count { group.addTask { await onThread { body(number) } } }
    }
}

private func onThread(_ body: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread {
            body()
            continuation.resume()
        }
    }
}
