import Foundation
import Testing

/// The metrics as Prometheus reads them.
struct MetricsTests {
    @Test func `are what rules and dashboard use, for a real Prometheus`() async throws {
        let lines = try await PolarPeer.run(module: "scrape", [try Workspace.program.path])
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { !$0.hasPrefix("WRONG") })
        print(lines.joined(separator: "\n"))
    }
}
