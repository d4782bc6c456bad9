import Synchronization

/// Counts the values up to a bound that no smaller bucket has counted.
final class Bucket: Sendable {
    let upperBound: Double
    private let number = Atomic<UInt64>(0)

    init(upperBound: Double) {
        self.upperBound = upperBound
    }

    var current: UInt64 {
        number.load(ordering: .relaxed)
    }

    func count() {
        number.wrappingAdd(1, ordering: .relaxed)
    }
}
