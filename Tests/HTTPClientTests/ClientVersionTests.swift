import Foundation
import HTTPClient
import Testing

/// HTTP/2, with nginx on the other side.
@Suite(.timeLimit(.minutes(5)), .enabled(if: FileManager.default.isExecutableFile(atPath: NginxServer.program)))
struct ClientVersionTests {
    private func client(_ server: NginxServer, _ version: Client.Configuration.Version) throws -> Client {
        var configuration = Client.Configuration()
        configuration.trust = .only(try #require(server.certificate.authorities))
        configuration.version = version
        configuration.connectionsPerHost = 2
        return Client(configuration)
    }

    private func request(_ server: NginxServer) -> ClientRequest {
        // Without a body, which nginx would not read: it resets the stream of such a request.
        ClientRequest(url: "https://localhost:\(server.port)/", timeout: .seconds(300))
    }

    @Test func `speaks HTTP/2 where that is asked for, also many requests at once`() async throws {
        let server = try await NginxServer()
        let client = try client(server, .http2)
        let request = request(server)
        let answers = try await withThrowingTaskGroup { group in
            for _ in 0..<100 { group.addTask { try await client.send(request).body } }
            return try await group.reduce(into: []) { $0.append(String(decoding: $1, as: UTF8.self)) }
        }
        #expect(answers == Array(repeating: "HTTP/2.0", count: 100))
        await client.shutdown()
        #expect(openSockets(to: server.port) == 0)
    }

    @Test func `speaks HTTP/1.1 otherwise`() async throws {
        let server = try await NginxServer()
        let response = try await client(server, .http1).send(request(server))
        #expect(String(decoding: response.body, as: UTF8.self) == "HTTP/1.1")
    }
}

/// nginx on a port of its own, which says the version of each request.
final class NginxServer: Sendable {
    static let program = "/usr/sbin/nginx"

    let certificate: TestCertificate
    let port: Int
    private let process = Process()
    private let folder: URL

    init() async throws {
        certificate = try await TestCertificate()
        folder = FileManager.default.temporaryDirectory.appending(path: "nginx-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The port of a listener that is gone; the test fails where another program takes it in between.
        let unused = try RawServer(serve: nil)
        port = unused.port
        unused.stop()
        let configuration = """
            daemon off; master_process off; pid nginx.pid; error_log stderr;
            events {}
            http {
                access_log off;
                client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
                server {
                    listen 127.0.0.1:\(port) ssl http2;
                    ssl_certificate \(certificate.file);
                    ssl_certificate_key \(certificate.keyFile);
                    location / { return 200 $server_protocol; }
                }
            }
            """
        let file = folder.appending(path: "nginx.conf")
        try Data(configuration.utf8).write(to: file)
        process.executableURL = URL(filePath: Self.program)
        process.arguments = ["-p", folder.path, "-c", file.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        while process.isRunning {
            let probe = ClientRequest(url: "https://127.0.0.1:\(port)/", timeout: .seconds(300))
            var configuration = Client.Configuration()
            configuration.trust = .anything
            if (try? await Client(configuration).send(probe)) != nil { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        try #require(process.isRunning)
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }
}
