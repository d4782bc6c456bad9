import Synchronization

/// How much memory the requests of all connections may take while they arrive, before their signatures are checked.
///
/// Each connection has one buffer of the standard size besides, so that a short message is served during any flood.
final class InputBudget: Sendable {
    /// A budget that everything fits.
    static let unlimited = InputBudget(limit: .max)

    private let limit: Int
    private let taken = Atomic(0)

    /// - Parameter limit: in bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// The bytes that are taken now.
    var count: Int { taken.load(ordering: .relaxed) }

    /// Takes so many bytes; false when there are too few.
    func take(_ count: Int) -> Bool {
        guard taken.wrappingAdd(count, ordering: .relaxed).newValue <= limit else {
            giveBack(count)
            return false
        }
        return true
    }

    /// Returns bytes that were taken.
    func giveBack(_ count: Int) {
        guard count > 0 else { return }
        taken.wrappingSubtract(count, ordering: .relaxed)
    }
}
