import EventStore
import EventStoreSQLite
import Testing

/// The stores that have to behave the same.
enum Backend: CaseIterable {
    case memory, sqlite

    /// Runs `body` with an empty store and closes it.
    func withStore(
        laneRule: LaneRule = LaneRule(),
        _ body: (any EventStore) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let store: any EventStore =
            switch self {
            case .memory: MemoryStore(laneRule: laneRule)
            case .sqlite: try SQLiteStore(path: folder.database, laneRule: laneRule)
            }
        try await body(store)
        await store.close()
    }
}
