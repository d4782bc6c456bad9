import Foundation
import Testing

/// nginx and HAProxy before the receiver: nothing is lost or changed, and no request smuggled in.
struct ProxyTests {
    @Test func `takes messages and no attack through real proxies`() async throws {
        let lines = try await PolarPeer.run(module: "proxies", [try Workspace.program.path])
        // nginx, and HAProxy with the client in a field and in both versions of the PROXY protocol.
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.contains(": 131 messages, 34 attacks") })
        print(lines.joined(separator: "\n"))
    }
}
