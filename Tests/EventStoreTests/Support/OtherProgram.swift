import GRDB

/// A program that holds a database's write lock until it is told to let go.
struct OtherProgram {
    private let queue: DatabaseQueue

    init(holding path: String) async throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try await queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    }

    func letGo() async throws {
        try await queue.writeWithoutTransaction { try $0.commit() }
    }
}
