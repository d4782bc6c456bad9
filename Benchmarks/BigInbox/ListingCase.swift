import EventStore

/// A filter and the pages of its listing that are timed.
struct ListingCase {
    let name: String
    let query: MessageQuery

    init(_ name: String, _ change: (inout MessageQuery) -> Void) {
        var query = MessageQuery()
        change(&query)
        self.name = name
        self.query = query
    }

    /// The pages, one of which begins behind a row in the middle of the inbox.
    static func pages(middle: Int64) -> [(name: String, page: MessagePage)] {
        [
            ("newest", MessagePage(.newestFirst, limit: 50)),
            ("oldest", MessagePage(.oldestFirst, limit: 50)),
            ("middle", MessagePage(.newestFirst, after: middle, limit: 50)),
        ]
    }
}
