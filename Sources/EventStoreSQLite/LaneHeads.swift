import EventStore

/// Which delivery is the head of each lane, in 16 bytes a lane and without an index, which would cost every append a page.
///
/// Lanes are known by a hash of their names, so who finds a head has to look whether it is the head of the right lane.
struct LaneHeads {
    /// Whether it differs from what the last transaction left.
    var isChanged = false

    private var heads: [Int: Int64] = [:]

    /// Hashes that two lanes have had, of which only the database can tell.
    private var shared: Set<Int> = []

    /// What is known of a lane.
    enum Answer: Hashable {
        case free
        case head(Int64)
        case unknown
    }

    /// The head of a lane.
    func head(_ lane: String, of handler: HandlerID) -> Answer {
        let key = Self.hash(lane, handler)
        if shared.contains(key) { return .unknown }
        return heads[key].map { .head($0) } ?? .free
    }

    /// Makes a delivery the head of a lane that has none.
    mutating func insert(_ delivery: Int64, _ lane: String, of handler: HandlerID) {
        let key = Self.hash(lane, handler)
        if let other = heads.updateValue(delivery, forKey: key), other != delivery { shared.insert(key) }
        isChanged = true
    }

    /// Leaves a lane without a head.
    mutating func remove(_ lane: String, of handler: HandlerID) {
        heads[Self.hash(lane, handler)] = nil
        isChanged = true
    }

    /// Of the bytes: texts that differ only in their Unicode form are two.
    private static func hash(_ lane: String, _ handler: HandlerID) -> Int {
        var hasher = Hasher()
        for text in [lane, handler.rawValue] {
            hasher.combine(text.utf8.count)
            for byte in text.utf8 { hasher.combine(byte) }
        }
        return hasher.finalize()
    }
}
