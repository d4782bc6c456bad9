import Foundation
import PolarReceiverTesting
import Synchronization
import Testing

@testable import ReceiverCommand

/// Changes of real files, by a clock that the test moves.
@Suite(.timeLimit(.minutes(2)))
struct FileWatchTests {
    private final class Counter: Sendable {
        private let count = Mutex(0)

        var value: Int { count.withLock { $0 } }

        func increment() { count.withLock { $0 += 1 } }
    }

    private let folder: TemporaryFolder
    private let clock = ManualClock()
    private let watch: FileWatch

    init() throws {
        folder = try TemporaryFolder()
        watch = FileWatch(clock: clock)
    }

    /// Takes each step once the one before was seen and it has been quiet for long enough.
    private func follow(_ steps: [() throws -> Void]) async throws {
        let (reports, sink) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [watch] in await watch.forEachChange { sink.yield() } }
            group.addTask { [clock] in
                while !Task.isCancelled {
                    await clock.waitForSleeper(in: .zero...(.seconds(1)))
                    clock.advance(by: .milliseconds(200))
                }
            }
            var seen = reports.makeAsyncIterator()
            for step in steps {
                try step()
                _ = await seen.next()
            }
            group.cancelAll()
        }
    }

    @Test func `sees a file that is written, replaced, removed and made again`() async throws {
        let path = try folder.write("one", to: "file")
        #expect(watch.watch([path]))
        try await follow([
            { try folder.write("two", to: "file") },
            { try folder.replace("file", with: "three") },
            { try folder.remove("file") },
            { try folder.write("four", to: "file") },
            { #expect(chmod(path, 0o600) == 0) },
        ])
    }

    @Test func `sees that a link leads elsewhere, as Kubernetes does it`() async throws {
        for name in ["..1", "..2"] {
            try folder.makeFolder(name)
            try folder.write(name, to: "\(name)/secret")
        }
        try folder.link("..data", to: "..1")
        try folder.link("secret", to: "..data/secret")
        let path = folder.path("secret")
        #expect(watch.watch([path]))
        try await follow([
            { try folder.link("..data", to: "..2") },
            {
                #expect(watch.watch([path]))
                try folder.write("in place", to: "..2/secret")
            },
        ])
    }

    @Test func `sees a folder that comes, goes and comes again`() async throws {
        let path = folder.path("a/file")
        let steps = [
            { try folder.makeFolder("a") }, { try folder.write("text", to: "a/file") }, { try folder.remove("a") },
        ]
        try await follow(
            (steps + steps).map { step in
                {
                    #expect(watch.watch([path]))
                    try step()
                }
            }
        )
    }

    @Test func `sees what is written through another name of the file, as into one that is mounted by itself`()
        async throws
    {
        let path = try folder.write("one", to: "file")
        try folder.makeFolder("elsewhere")
        #expect(link(path, folder.path("elsewhere/name")) == 0)
        #expect(watch.watch([path]))
        try await follow([{ try folder.write("two", to: "elsewhere/name") }])
    }

    @Test func `reports a burst once, when it is over`() async throws {
        let path = try folder.write("0", to: "file")
        #expect(watch.watch([path]))
        let reports = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await watch.forEachChange { reports.increment() } }
            try folder.write("1", to: "file")
            for number in 2...5 {
                await clock.waitForSleeper(in: .milliseconds(200)...(.milliseconds(200)))
                let count = watch.changeCount
                try folder.write("\(number)", to: "file")
                while watch.changeCount == count { try await Task.sleep(for: .milliseconds(1)) }
                clock.advance(by: .milliseconds(200))
            }
            await clock.waitForSleeper(in: .milliseconds(200)...(.milliseconds(200)))
            #expect(reports.value == 0)
            clock.advance(by: .milliseconds(200))
            while reports.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
            group.cancelAll()
        }
        #expect(reports.value == 1)
    }
}
