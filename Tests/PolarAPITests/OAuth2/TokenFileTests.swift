import Foundation
import PolarAPI
import Testing

struct TokenFileTests {
    private let fixture: TokenFileFixture

    init() throws {
        fixture = try TokenFileFixture(server: .sandbox)
    }

    private var path: String { fixture.file.path }

    @Test func `gives back what was written`() throws {
        let grant = try fixture.file.read()
        #expect(try grant.server() == .sandbox)
        #expect(grant.credentials.clientID == "polar_ci_1")
        #expect(grant.credentials.authentication == .secretPost(ClientSecret("polar_cs_secret")))
        #expect(grant.tokens.accessToken.text == "old-access-token")
        #expect(grant.tokens.refreshToken == "old-refresh-token")
        #expect(grant.tokens.scope == ["webhooks:read", "webhooks:write"])
        #expect(abs(grant.tokens.expiresAt.timeIntervalSince(TokenFileFixture.start) - 3_600) < 1)
        #expect(grant.refreshBegan == nil)
    }

    @Test func `is for its owner only, whatever was there before`() throws {
        try Data("{}".utf8).write(to: URL(filePath: path))
        try setMode(0o666)
        let grant = try TokenFileFixture.grant("new", refreshToken: nil)
        try fixture.file.write(grant)
        #expect(try mode() == 0o600)
        #expect(try fixture.file.read().tokens.accessToken.text == "new-access-token")
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) == ["polar-token.json"])
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o602, 0o644])
    func `is not read where others may`(mode: Int) throws {
        try setMode(mode)
        #expect(
            throws: PolarError.tokenFile(
                reason: "Others may read the tokens in \(path): run 'chmod 600 \(path)', and connect again."
            )
        ) { try fixture.file.read() }
    }

    @Test(arguments: ["", "polar_at_u_abc", #"{"tokens":{"access_token":"polar_at_u_abc"}}"#, "\u{0}\u{1}"])
    func `says nothing of what is wrong inside`(content: String) throws {
        try FileManager.default.removeItem(atPath: path)
        try Data(content.utf8).write(to: URL(filePath: path))
        try setMode(0o600)
        #expect(
            throws: PolarError.tokenFile(
                reason: "The file \(path) holds no tokens: run 'polar-receiver connect' again."
            )
        ) { try fixture.file.read() }
    }

    @Test func `says that there is none`() throws {
        #expect(fixture.file.exists)
        try FileManager.default.removeItem(atPath: path)
        #expect(!fixture.file.exists)
        #expect(throws: PolarError.tokenFile(reason: "There is no file \(path): run 'polar-receiver connect'.")) {
            try fixture.file.read()
        }
    }

    @Test func `reads no folder, no pipe and no endless file`() throws {
        let other = TokenFile(path: fixture.folder.path + "/other")
        let expected = PolarError.tokenFile(
            reason: "The file \(other.path) holds no tokens: name another one, or run 'polar-receiver connect' again."
        )
        #expect(mkfifo(other.path, 0o600) == 0)
        #expect(throws: expected) { try other.read() }
        try FileManager.default.removeItem(atPath: other.path)
        try FileManager.default.createDirectory(atPath: other.path, withIntermediateDirectories: false)
        #expect(throws: expected) { try other.read() }
        try FileManager.default.removeItem(atPath: other.path)
        try Data(count: 100_000).write(to: URL(filePath: other.path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: other.path)
        #expect(throws: expected) { try other.read() }
    }

    @Test func `stays as it is where a new one cannot be written`() throws {
        let before = try fixture.file.read()
        fixture.obstruct()
        let grant = try TokenFileFixture.grant("new", refreshToken: nil)
        #expect(throws: PolarError.self) { try fixture.file.write(grant) }
        #expect(try fixture.file.read() == before)
    }

    private func setMode(_ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func mode() throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
