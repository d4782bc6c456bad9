import Foundation
import Testing

/// The console in a real browser.
struct ConsoleTests {
    @Test func `works in a browser, at every width and for everybody`() async throws {
        let lines = try await PolarPeer.run(module: "console", [try Workspace.program.path])
        let parts = ["checks", "walk", "without scripts", "hostile texts", "token"]
        #expect(lines.map { $0.prefix { $0 != ":" } } == parts.map { $0[...] })
        print(lines.joined(separator: "\n"))
    }
}
