import Foundation
import Testing

/// While the disk fails, messages are refused and none that was taken is lost; after it, all goes on without a restart.
struct FaultTests {
    @Test func `refuses and recovers when the disk fails`() async throws {
        let lines = try await PolarPeer.run(module: "faults", [try Workspace.program.path])
        // A line for each fault; only two of them can be made by every user.
        #expect(lines.count == 4)
        #expect(lines.filter { $0.contains("600 acknowledged, 600 stored, 600 handled") }.count >= 2)
        print(lines.joined(separator: "\n"))
    }
}
