import Foundation
import Testing

/// nginx and HAProxy before the receiver: nothing is lost or changed, and no request smuggled in.
struct ProxyTests {
    @Test func `takes messages and no attack through real proxies`() async throws {
        let lines = try await PolarPeer.run(module: "proxies", [try Workspace.program.path])
        // A line for each proxy.
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.contains(": 131 messages, 34 attacks") })
        print(lines.joined(separator: "\n"))
    }
}
