import Foundation
import Testing

/// Nothing is lost, and nothing is left undone, however often the process dies while Polar sends.
struct StormTests {
    @Test func `keeps and delivers 5,000 events through 36 kills and more`() async throws {
        let lines = try await PolarPeer.run(module: "storm", [try Workspace.program.path])
        #expect(lines.contains { $0.hasPrefix("5,000 events, 5,000 stored") })
        print(lines.joined(separator: "\n"))
    }
}
