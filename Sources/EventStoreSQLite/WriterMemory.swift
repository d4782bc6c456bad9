/// What the writer knows between two transactions, and the database would tell it more slowly.
///
/// Unchecked, because only the one transaction that runs touches it: `InboxDatabase.write` lets nobody in beside.
final class WriterMemory: @unchecked Sendable {
    /// The heads of all lanes, nil until the next change needs them.
    var heads: LaneHeads?

    /// Compiled by the first append.
    var statements: AppendStatements?

    /// Forgets what a transaction changed that was rolled back.
    func rollBack() {
        if heads?.isChanged == true { heads = nil }
    }

    /// Keeps what a transaction changed that is durable.
    func commit() {
        heads?.isChanged = false
    }
}
