import Foundation
import PolarAPI
import PolarSimulator
import Testing

/// What the article of PolarAPI.docc promises.
struct ArticleTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    @Test func `every example is printed as it stands here`() throws {
        let examples = try String(contentsOf: Self.folder.appending(path: "ArticleExamples.swift"), encoding: .utf8)
        let article = Self.folder.appending(path: "../../Sources/PolarAPI/PolarAPI.docc/PolarAPI.md")
        let blocks = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```swift\n").dropFirst()
        let codes = blocks.compactMap { $0.components(separatedBy: "```").first }
        #expect(codes.joined(separator: "\n") == examples)
    }

    @Test func `the examples sign in, keep the tokens, and find what failed`() async throws {
        let polar = PolarSimulator(SimulatorOptions(timeScale: 100_000), logger: .silent)
        try polar.start()
        let result: Result<Void, any Error>
        do { result = .success(try await tryExamples(polar)) } catch { result = .failure(error) }
        await polar.stop()
        try result.get()
    }

    private func tryExamples(_ polar: PolarSimulator) async throws {
        let server = try PolarServer(apiURL: polar.url, webURL: polar.url)
        let registered = polar.addClient(method: "none", redirectURI: SignIn.redirectURI)
        let credentials = OAuth2Credentials(clientID: registered.id, authentication: .none)
        let signIn = SignIn(client: OAuth2Client(server: server, credentials: credentials, logger: .silent))
        #expect(try signIn.address().contains("state=\(signIn.state)&"))
        let code = polar.addCode(
            client: registered.id,
            redirectURI: SignIn.redirectURI,
            challenge: try signIn.verifier.challenge()
        )
        let grant = StoredGrant(server: server, credentials: credentials, tokens: try await signIn.tokens(for: code))
        let folder = try TemporaryFolder()
        let client = try connect(grant, keptIn: TokenFile(path: "\(folder.path)/tokens.json"), logger: .silent)

        // Nobody listens there.
        let endpoint = polar.addEndpoint(url: "http://127.0.0.1:1/")
        let ids = polar.emit(body: #"{"type":"order.paid","data":{"id":"1"}}"#)
        let end = ContinuousClock.now + .seconds(60)
        while polar.isBusy {
            try #require(ContinuousClock.now < end)
            try await Task.sleep(for: .milliseconds(5))
        }
        let failed = try await failedEvents(of: endpoint.id, at: client)
        #expect(failed.count == 10)
        #expect(Set(failed.map(\.id)) == Set(ids))
    }
}
