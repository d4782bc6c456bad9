import Foundation
import Testing

/// `polar-receiver init`; Scripts/test-outside builds what it writes.
struct InitCommandTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL.path
    private static let origin = ["--package-path", root]

    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: workspace.folder.appending(path: name), encoding: .utf8)
    }

    @Test func `writes a package, and says what and what next`() async throws {
        let result = try await workspace.run(["init", "my-shop"] + Self.origin)
        #expect(result.status == 0, "\(result.errors)")
        let written = result.output.prefix { !$0.isEmpty }.map { $0.dropFirst("Wrote ".count) }
        #expect(written.count == 11)
        for name in written { #expect(try text("\(name)").hasSuffix("\n")) }
        let next = ["", "Next:", "    cd my-shop && make test", "    make run"]
        #expect(Array(result.output.suffix(4)) == next)
    }

    @Test func `gives the image the shape of the repository's`() async throws {
        _ = try await workspace.run(["init", "my-shop"] + Self.origin)
        let own = try String(contentsOf: URL(filePath: "\(Self.root)/Dockerfile"), encoding: .utf8)
        let expected = own.split(separator: "\n")
        let lines = try text("my-shop/Dockerfile").replacing("my-shop", with: "polar-receiver").split(separator: "\n")
        let different = lines.filter { !expected.contains($0) }
        let configuration = "COPY receiver.yaml /etc/polar-receiver/receiver.yaml"
        #expect(different == ["COPY . .", "ENV POLAR_RECEIVER_PATH=/source/.polar-receiver", "\(configuration)"])
    }

    @Test func `takes an empty folder, and leaves one that is in use`() async throws {
        let folder = workspace.folder.appending(path: "empty")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        #expect(try await workspace.run(["init", "empty"] + Self.origin).status == 0)

        let before = try text("empty/README.md")
        let result = try await workspace.run(["init", "empty", "--package-url", "https://example.com/polar-receiver"])
        #expect(result.status == 1)
        #expect(result.errors == ["empty exists and is not an empty folder; choose another name, or remove it."])
        #expect(try text("empty/README.md") == before)
    }

    @Test(arguments: [
        "", "My-Shop", "-shop", "shop-", "my shop", "../shop", "shop.app", "1shop", "läden",
        String(repeating: "a", count: 65),
    ])
    func `refuses what cannot name a package`(name: String) async throws {
        let result = try await workspace.run(["init"] + Self.origin + ["--", name])
        #expect(result.status == 64)
        #expect(result.errors.first?.hasPrefix("Error: '\(name)' cannot name a package") == true, "\(result.errors)")
        #expect(workspace.files.isEmpty)
    }

    @Test func `refuses the name of polar-receiver itself`() async throws {
        let result = try await workspace.run(["init", "polar-receiver"] + Self.origin)
        #expect(result.status == 64)
        let sentence = "Error: polar-receiver is the name of what you build on; choose another one."
        #expect(result.errors.first == sentence)
    }

    @Test(
        arguments: [
            ([], "Say where polar-receiver comes from"),
            (["--package-path", ".", "--package-url", "https://example.com/a"], "Say where polar-receiver comes from"),
            (["--package-path", "."], "There is no polar-receiver in ."),
            (["--package-url", "../polar-receiver"], "--package-url takes an address"),
            (["--package-url", "https://example.com/\"+x+\""], "--package-url takes no quotes"),
            (
                ["--package-url", "https://example.com/a", "--package-version", "new"],
                "--package-version takes a version"
            ),
        ]
    )
    func `refuses an origin that cannot be meant`(options: [String], sentence: String) async throws {
        let result = try await workspace.run(["init", "my-shop"] + options)
        #expect(result.status == 64)
        #expect(result.errors.first?.hasPrefix("Error: \(sentence)") == true, "\(result.errors)")
        #expect(workspace.files.isEmpty)
    }
}
