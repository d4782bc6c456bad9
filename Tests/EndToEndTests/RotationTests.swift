import Foundation
import Testing

/// A new secret takes the place of an old one while events arrive.
struct RotationTests {
    @Test func `refuses none of 2,000 events while the secret is replaced`() async throws {
        let lines = try await PolarPeer.run(module: "rotation", [try Workspace.program.path])
        #expect(lines.first == "2,000 events, 2,000 stored; answers: 2,000 202 accepted")
        print(lines.joined(separator: "\n"))
    }
}
