/// What the writer knows between two transactions, and the database would tell it more slowly.
///
/// Unchecked, because only the one transaction that runs touches it: `InboxDatabase.write` lets nobody in beside.
final class WriterMemory: @unchecked Sendable {
    /// The heads of all lanes, nil until the next change needs them.
    var heads: LaneHeads?

    /// Whether ``heads`` were read inside a transaction that had changed them.
    private var isUncertain = false

    /// Compiled by the first append.
    var statements: AppendStatements?

    /// Forgets what a transaction changed that was rolled back.
    func rollBack() {
        if isUncertain || heads?.isChanged == true { heads = nil }
        isUncertain = false
    }

    /// Forgets what one change of a transaction has done that was rolled back, while the transaction goes on.
    func rollBackChange() {
        guard heads?.isChanged == true else { return }
        heads = nil
        // What is read again includes what earlier changes of the transaction did.
        isUncertain = true
    }

    /// Keeps what a transaction changed that is durable.
    func commit() {
        heads?.isChanged = false
        isUncertain = false
    }
}
