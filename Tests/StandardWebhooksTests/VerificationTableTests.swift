import Testing

/// Compares our verifier with standardwebhooks 1.1.0 and polar-sdk 1.0.2 on the cases of verification-table.jsonl.
struct VerificationTableTests {
    private let lines: [TableCase]

    init() throws {
        lines = try Fixture.lines(of: "verification-table.jsonl", as: TableCase.self)
    }

    @Test func `has enough cases of every category`() {
        let counts = Dictionary(grouping: lines, by: \.category).mapValues(\.count)
        #expect(lines.count >= 2_400)
        #expect(
            counts.filter { $0.value >= 25 }.keys.sorted() == [
                "altered", "case", "doubled", "forged", "good", "missing", "padded", "rotated", "several", "timestamp",
                "tolerance",
            ]
        )
    }

    @Test(arguments: Library.allCases) func `disagrees for a known reason only`(library: Library) throws {
        let differences = Difference.all.filter { $0.libraries.contains(library) }
        var unused = Set(differences.map(\.reason))
        for line in lines {
            let message = try TableMessage(line)
            guard message.isAccepted != line.accepts(library) else { continue }
            let reasons = differences.filter { $0.explains(line.accepts(library), of: message) }.map(\.reason)
            #expect(!reasons.isEmpty, "\(line.description)")
            unused.subtract(reasons)
        }
        #expect(unused == [])
    }

    @Test(arguments: Library.allCases) func `agrees when it reads as the library does`(library: Library) throws {
        let differences = Difference.all.filter { $0.libraries.contains(library) }
        for line in lines {
            let message = try TableMessage(line)
            let reading = differences.reduce(Optional(message)) { message, next in message.flatMap(next.reading) }
            #expect((reading?.isAccepted ?? false) == line.accepts(library), "\(line.description)")
        }
    }
}
