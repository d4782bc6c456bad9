import Foundation

/// Work that blocks, such as waiting for a disk, kept from the few threads that all tasks share.
enum OwnThread {
    /// Runs `work` on a thread of its own, and waits for it without blocking.
    static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(PolarError) -> Value
    ) async throws(PolarError) -> Value {
        let result: Result<Value, PolarError> = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: Result { () throws(PolarError) in try work() })
            }
        }
        return try result.get()
    }
}
