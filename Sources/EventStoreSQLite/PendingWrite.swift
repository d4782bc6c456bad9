import EventStore

/// A change that waits for the writer, and whom to tell.
struct PendingWrite: Sendable {
    /// Tells the caller what became of a change that is durable.
    typealias Answer = @Sendable () -> Void

    /// What the change is, for errors.
    let operation: String

    /// The bytes it keeps in memory, nil for a change that is never refused as too much.
    let load: Int?

    /// Makes the change, inside the batch's transaction.
    let apply: @Sendable (InboxTransaction) throws -> Answer

    /// Tells the caller that the change was not made.
    let fail: @Sendable (StoreError) -> Void

    /// Makes a change whose `completion` is called once, after the commit or instead of it.
    init<Value: Sendable>(
        _ operation: String,
        load: Int? = nil,
        completion: @escaping @Sendable (Result<Value, StoreError>) -> Void,
        change: @escaping @Sendable (InboxTransaction) throws -> Value
    ) {
        self.operation = operation
        self.load = load
        apply = { database in
            let value = try change(database)
            return { completion(.success(value)) }
        }
        fail = { completion(.failure($0)) }
    }
}
