import Foundation
import Logging
import PolarReceiver
import Synchronization
import Testing

@testable import PolarHandlers

@Suite(.timeLimit(.minutes(6)))
struct FileRotationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func module(_ rule: RotationRule, now: @escaping @Sendable () -> Date) async throws -> StartedModule {
        try await StartedModule(FileHandler(id: "audit", path: folder.file("events"), rule: rule, now: now))
    }

    /// The ids in all files, in the order of their names, the current file last.
    private func ids() throws -> [[String]] {
        let names = try folder.names
        return try (names.dropFirst() + names.prefix(1)).map { name in
            try folder.lines(name).compactMap { $0.split(separator: "\"").dropFirst(3).first.map(String.init) }
        }
    }

    /// How long a line without a body to speak of is.
    private var lineLength: Int {
        get async throws {
            let other = try TemporaryFolder()
            let module = try await StartedModule(FileHandler(id: "audit", path: other.file("events")))
            try await module.deliver("{}", id: "00")
            return try other.bytes("events").count
        }
    }

    @Test func `keeps the order of events across files of limited size`() async throws {
        let length = try await lineLength
        let module = try await module(RotationRule(size: length * 3)) { Date() }
        for number in 10..<20 { try await module.deliver("{}", id: "\(number)") }
        #expect(
            try ids() == [["10", "11", "12"], ["13", "14", "15"], ["16", "17", "18"], ["19"]]
        )
        for name in try folder.names.dropFirst() {
            #expect(name.wholeMatch(of: /events\.[0-9]{8}T[0-9]{6}\.[0-9]{3}Z/) != nil, "\(name)")
        }
    }

    @Test func `gives a line that is larger than the limit a file of its own`() async throws {
        let module = try await module(RotationRule(size: 10)) { Date() }
        for id in ["a", "b"] { try await module.deliver("{}", id: id) }
        #expect(try ids() == [["a"], ["b"]])
    }

    @Test func `begins a new file with every period`() async throws {
        let now = Mutex(Date())
        let module = try await module(RotationRule(hours: 24)) { now.withLock { $0 } }
        try await module.deliver("{}", id: "a")
        // What was written last was written now, by the clock of the file system.
        now.withLock { $0 += 86_400 }
        try await module.deliver("{}", id: "b")
        #expect(try ids() == [["a"], ["b"]])
    }

    @Test(arguments: [
        (0.0, 3_599.0, 1, false), (0, 3_600, 1, true), (3_599, 3_600, 1, true), (3_600, 0, 1, false),
        (0, 86_399, 24, false), (86_399, 86_400, 24, true),
    ])
    func `counts periods from midnight`(last: Double, now: Double, hours: Int, ends: Bool) {
        let midnight = Date(timeIntervalSince1970: 1_795_651_200)
        let rule = RotationRule(hours: hours)
        #expect(rule.ends(fileOf: 1, writtenAt: midnight + last, now: midnight + now, before: 1) == ends)
        #expect(!rule.ends(fileOf: 0, writtenAt: midnight + last, now: midnight + now, before: 1))
    }

    @Test func `gives files names in order when the clock stands still or goes back`() async throws {
        let now = Mutex(Date(timeIntervalSince1970: 1_795_687_200.0007))
        let module = try await module(RotationRule(size: 1)) {
            now.withLock { now in
                now -= 0.0001
                return now
            }
        }
        for number in 10..<30 { try await module.deliver("{}", id: "\(number)") }
        #expect(try ids() == (10..<30).map { ["\($0)"] })
    }

    @Test func `removes the oldest files, and nothing else`() async throws {
        let others = ["events.1", "events.20261126T100000.000Z.gz", "events.20261126T1", "eventsX"]
        for name in others { try folder.write("", to: name) }
        let module = try await module(RotationRule(size: 1, keep: 2)) { Date() }
        for id in ["a", "b", "c", "d", "e"] { try await module.deliver("{}", id: id) }
        #expect(try folder.names.count == others.count + 3)
        #expect(try Set(folder.names).isSuperset(of: others))
        let kept = try ids().flatMap { $0 }
        #expect(kept == ["c", "d", "e"])
    }
}
