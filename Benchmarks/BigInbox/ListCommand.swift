import ArgumentParser
import EventStore
import EventStoreSQLite

/// Times listings by every filter.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list")

    @OptionGroup var database: DatabaseOption

    @Option(help: "How often each page is read.")
    var runs = 5

    @Flag(help: "Append messages meanwhile.")
    var underLoad = false

    @Flag(help: "Have the system forget the file before each page.")
    var cold = false

    func run() async throws {
        guard underLoad else { return try await list() }
        let store = try SQLiteStore(path: database.path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await Appenders(store: store, bodySize: 200).run(for: .seconds(100_000)) }
            group.addTask { try await list() }
            try await group.next()
            group.cancelAll()
        }
        await store.close()
    }

    private func list() async throws {
        let cases = try await ListingCases(inbox: SQLiteReader(path: database.path))
        for listing in cases.all {
            for (name, page) in ListingCase.pages(middle: cases.middle.row) {
                try await measure(listing, page, name: name)
            }
        }
    }

    private func measure(_ listing: ListingCase, _ page: MessagePage, name: String) async throws {
        var times: [Double] = []
        var count = 0
        var reader = try SQLiteReader(path: database.path)
        for _ in 0..<runs {
            if cold {
                PageCache.forget(database.path)
                reader = try SQLiteReader(path: database.path)
            }
            let start = ContinuousClock.now
            count = try await reader.messages(listing.query, page).count
            times.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        try JSONOutput.line([
            "filter": .text(listing.name), "page": .text(name), "found": .number(Double(count)), "ms": .numbers(times),
        ])
    }
}
