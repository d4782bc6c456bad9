import Foundation
import Testing

@testable import ReceiverCommand
@testable import ReceiverConsole

struct AdminSettingsTests {
    private static let token = "0123456789abcdef"

    private func load(_ environment: [String: String]) async throws -> AdminSettings {
        try await Settings.load(ConfigurationSource(environment: environment)).admin
    }

    @Test func `is on this machine only, unless told otherwise`() async throws {
        let settings = try await load([:])
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8_081)
        #expect(settings.token == nil)
    }

    @Test(arguments: ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
    func `needs no token where nobody else can reach it`(host: String) async throws {
        #expect(try await load(["ADMIN_HOST": host]).token == nil)
    }

    @Test(arguments: ["0.0.0.0", "::", "10.0.0.1", "127.example.com", "2001:db8::1"])
    func `needs a token where others reach it`(host: String) async throws {
        let failure = await #expect(throws: CommandFailure.self) { try await load(["ADMIN_HOST": host]) }
        #expect(failure?.exitCode == CommandFailure.configuration("").exitCode)
        #expect(failure?.description.contains("ADMIN_TOKEN_FILE") == true)
        #expect(try await load(["ADMIN_HOST": host, "ADMIN_TOKEN": Self.token]).token?.matches(Self.token) == true)
    }

    @Test func `reads the token from the first line of a file`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("\(Self.token)\nanything\n", to: "token")
        #expect(try await load(["ADMIN_TOKEN_FILE": file]).token?.matches(Self.token) == true)
        await #expect(throws: CommandFailure.self) {
            try await load(["ADMIN_TOKEN_FILE": file, "ADMIN_TOKEN": Self.token])
        }
        await #expect(throws: CommandFailure.self) { try await load(["ADMIN_TOKEN_FILE": folder.path("missing")]) }
    }

    @Test func `refuses a token that is easy to guess`() async throws {
        let failure = await #expect(throws: CommandFailure.self) { try await load(["ADMIN_TOKEN": "hunter2"]) }
        #expect(failure?.description.contains("16") == true)
        #expect(failure?.description.contains("hunter2") == false)
    }

    @Test(arguments: [
        ("0.0.0.0", "127.0.0.1", true), ("127.0.0.1", "127.0.0.1", true), ("10.0.0.1", "127.0.0.1", false),
        ("::", "127.0.0.1", true), ("::1", "127.0.0.1", false), ("0.0.0.0", "::1", false), ("::1", "::1", true),
        ("localhost", "127.0.0.1", true), ("::", "::1", true),
    ])
    func `cannot have the port of the public listener`(host: String, admin: String, clashes: Bool) async throws {
        let environment = ["HOST": host, "ADMIN_HOST": admin, "PORT": "9000", "ADMIN_PORT": "9000"]
        if clashes {
            let failure = await #expect(throws: CommandFailure.self) { try await load(environment) }
            #expect(failure?.description.contains("ADMIN_PORT") == true)
        } else {
            #expect(try await load(environment).port == 9_000)
        }
        #expect(try await load(environment.merging(["PORT": "0", "ADMIN_PORT": "0"]) { $1 }).port == 0)
    }
}
