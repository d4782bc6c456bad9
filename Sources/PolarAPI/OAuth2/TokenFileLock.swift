/// Waits for the lock of a file of tokens.
enum TokenFileLock {
    private static let step = Duration.milliseconds(100)

    /// Longer than a refresh takes with all its repetitions.
    private static let steps = 4_000

    /// - Throws: ``PolarError/tokenFile(reason:)`` where another program keeps it for more than six minutes.
    static func wait(
        for file: TokenFile,
        sleep: @Sendable (Duration) async throws -> Void
    ) async throws(PolarError) -> FileLock {
        for _ in 0..<steps {
            if let lock = try file.lock() { return lock }
            do { try await sleep(step) } catch { throw .cancelled }
        }
        throw .tokenFile(reason: "Another program keeps \(file.path).lock for itself: end it, and try again.")
    }
}
