import Foundation
import Logging
import PolarReceiver
import Testing

@testable import PolarHandlers

@Suite(.timeLimit(.minutes(6)))
struct FileHandlerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func module(_ options: [String: String] = [:]) throws -> FileHandler {
        try FileHandler(HandlerOptions(id: "audit", ["path": folder.file("events")].merging(options) { $1 }))
    }

    /// The ids in a file, in its order; every line must be JSON.
    private func ids(in name: String = "events") throws -> [String] {
        let lines = try folder.lines(name)
        #expect(lines.last == "")
        return try lines.dropLast().map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object?["webhook_id"] as? String)
        }
    }

    // MARK: Lines

    @Test(arguments: ["true", "false"]) func `appends one line per event`(fsync: String) async throws {
        let module = try await StartedModule(module(["fsync": fsync]))
        for id in ["a", "b", "c"] { try await module.deliver(#"{"type":"order.paid","data":{}}"#, id: id) }
        #expect(try ids() == ["a", "b", "c"])
    }

    @Test func `keeps the lines of deliveries at the same time whole`() async throws {
        let module = try await StartedModule(module())
        let filling = String(repeating: "x", count: 20_000)
        let deliveries = (0..<300).map { module.start(Array(#"{"data":"\#(filling)"}"#.utf8), id: "\($0)") }
        for delivery in deliveries { try await delivery.value }
        #expect(try ids().sorted() == (0..<300).map { "\($0)" }.sorted())
    }

    @Test func `makes a file for its owner alone`() async throws {
        _ = try await StartedModule(module())
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("events"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `goes on in a file after the stop`() async throws {
        let first = try await StartedModule(module())
        try await first.deliver("{}", id: "a")
        await first.stop()
        let second = try await StartedModule(module())
        try await second.deliver("{}", id: "b")
        #expect(try ids() == ["a", "b"])
    }

    @Test func `begins a new line after one that a crash left unfinished`() async throws {
        try folder.write("{\"webhook_id\":\"z\"}\n{\"webhook_id\":\"to", to: "events")
        let module = try await StartedModule(module())
        try await module.deliver("{}", id: "a")
        let lines = try folder.lines("events")
        #expect(lines.count == 4)
        #expect(lines[1] == "{\"webhook_id\":\"to")
        #expect(lines[2].hasPrefix("{\"webhook_id\":\"a\""))
    }

    // MARK: Other programs

    @Test func `makes a new file when the old one was moved away`() async throws {
        let module = try await StartedModule(module())
        try await module.deliver("{}", id: "a")
        try FileManager.default.moveItem(atPath: folder.file("events"), toPath: folder.file("events.1"))
        try await module.deliver("{}", id: "b")
        #expect(try ids(in: "events.1") == ["a"])
        #expect(try ids() == ["b"])
    }

    @Test func `makes a new file when the old one was deleted`() async throws {
        let module = try await StartedModule(module())
        try await module.deliver("{}", id: "a")
        try FileManager.default.removeItem(atPath: folder.file("events"))
        try await module.deliver("{}", id: "b")
        #expect(try ids() == ["b"])
    }

    @Test func `goes on at the beginning of a file that was emptied`() async throws {
        let module = try await StartedModule(module())
        try await module.deliver("{}", id: "a")
        truncate(folder.file("events"), 0)
        try await module.deliver("{}", id: "b")
        #expect(try ids() == ["b"])
    }

    @Test func `refuses a file that another handler writes to`() async throws {
        let first = try await StartedModule(module())
        let sentence =
            "The handler audit cannot start: Another handler or receiver writes to \(folder.file("events"));"
            + " give each a file of its own"
        await #expect { _ = try await StartedModule(module()) } throws: { "\($0)" == sentence }
        await first.stop()
        _ = try await StartedModule(module())
    }

    // MARK: Faults

    @Test func `does not start with a path that cannot be written`() async throws {
        try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: "events")
        let faults = [
            folder.file("folder"): "Is a directory", folder.file("link"): "Too many levels of symbolic links",
            folder.file("none/events"): "No such file or directory", "/dev/full": "/dev/full is not a regular file",
        ]
        for (path, cause) in faults {
            await #expect { _ = try await StartedModule(module(["path": path])) } throws: { "\($0)".hasSuffix(cause) }
        }
    }

    @Test(.enabled(if: SmallDisk.isPossible)) func `cuts off what a full disk leaves of a line`() async throws {
        let disk = try SmallDisk(at: folder.file("disk"))
        let module = try await StartedModule(module(["path": folder.file("disk/events")]))
        try await module.deliver("{}", id: "a")
        try disk.fill()
        let large = String(repeating: "x", count: 100_000)
        let sentence = "Cannot write \(folder.file("disk/events")): No space left on device"
        for _ in 1...2 {
            await #expect { try await module.deliver(large, id: "b") } throws: { "\($0)" == sentence }
        }
        #expect(try ids(in: "disk/events") == ["a"])
        try disk.empty()
        try await module.deliver(large, id: "b")
        #expect(try ids(in: "disk/events") == ["a", "b"])
        await module.stop()
    }

    // MARK: Options

    @Test(arguments: [
        ([:], "The handler audit needs handlers.audit.path (environment HANDLERS_AUDIT_PATH): set it to the file that"),
        (["path": "x", "rotate_size": "0"], "The setting handlers.audit.rotate_size"),
        (["path": "x", "rotate_age": "1.5"], "The setting handlers.audit.rotate_age"),
        (["path": "x", "keep": "0"], "The setting handlers.audit.keep"),
        (["path": "x", "fsync": "2"], "The setting handlers.audit.fsync"),
    ])
    func `refuses options that cannot be meant`(options: [String: String], sentence: String) {
        #expect { try FileHandler(HandlerOptions(id: "audit", options)) } throws: { "\($0)".hasPrefix(sentence) }
    }
}
