import Foundation
import Testing

@testable import ReceiverCommand

struct StandardStreamTests {
    @Test func `waits for a reader of a pipe that does not block`() async throws {
        let pipe = Pipe()
        let (output, input) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
        #expect(fcntl(input.fileDescriptor, F_SETFL, O_NONBLOCK) == 0)
        // Much more than a pipe holds.
        let bytes = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0) }
        let reader = Task.detached { try output.readToEnd() }
        try await Task.detached {
            try StandardStream.write(bytes, to: input.fileDescriptor)
            try input.close()
        }.value
        #expect(try await reader.value.map { [UInt8]($0) } == bytes)
    }

    @Test func `reports a disk that is full`() throws {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        #expect(throws: POSIXError(.ENOSPC)) { try StandardStream.write([1], to: full.fileDescriptor) }
    }

    @Test func `reports a stream that is closed`() {
        #expect(throws: POSIXError(.EBADF)) { try StandardStream.write([1], to: -1) }
    }

    @Test(arguments: [
        ["events", "list", "--id", ""], ["events", "list", "--id="], ["events", "list", "--id", " "],
        ["backup", "a", "--config", ""],
    ])
    func `refuses an empty argument`(arguments: [String]) {
        #expect(throws: (any Error).self) { try RootCommand.refuseEmpty(arguments) }
    }

    @Test(arguments: [
        [], ["events", "list", "--id", "a"], ["--id=a b"], ["init", ""], ["init", "--a", "--", ""], ["-"], ["--"],
        ["a="],
    ])
    func `takes other arguments`(arguments: [String]) throws {
        try RootCommand.refuseEmpty(arguments)
    }
}
