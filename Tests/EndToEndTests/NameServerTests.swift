import Foundation
import Testing

/// A name server that takes questions and never answers.
@Suite(.timeLimit(.minutes(10)), .enabled(if: SilentNameServer.isPossible))
struct NameServerTests {
    private static let secret = "whsec_Zm9yd2FyZGVkIGV2ZW50cyBoYXZlIHRoZWlyIG93biBrZXk="
    private static let count = 20

    @Test func `names that no server answers for hold up their own handlers only, and not the end`() async throws {
        let workspace = try Workspace()
        let server = try SilentNameServer()
        let target = try await ForwardTarget(secret: Self.secret)
        let silent = (0..<6).map { number in
            """
              shop\(number):
                module: forward
                url: http://shop\(number).example/
                secret: \(Self.secret)
                timeout: 300
                connect_timeout: 300
            """
        }
        let configuration = try workspace.write(
            """
            handlers:
            \(silent.joined(separator: "\n"))
              good:
                module: forward
                url: \(target.url("takes").replacing("127.0.0.1", with: "good.example"))
                secret: \(Self.secret)
                timeout: 300
                connect_timeout: 300
            """,
            to: "receiver.yaml"
        )
        // With this name server a look-up takes longer than the test may.
        let resolver = try workspace.write(
            "nameserver \(SilentNameServer.address)\noptions timeout:30 attempts:5\n",
            to: "resolv.conf"
        )
        let hosts = try workspace.write("127.0.0.1 localhost good.example\n", to: "hosts")
        let receiver = try await RunningReceiver(
            in: workspace,
            ["--config", configuration],
            launcher: SilentNameServer.launcher(resolver: resolver, hosts: hosts)
        )
        let messages = (0..<Self.count).map { number in
            PolarPeer.Message(
                secret: Workspace.secret,
                scheme: .base64,
                id: "message-\(number)",
                body: Data(#"{"type":"order.paid","data":{"id":"\#(number)"}}"#.utf8),
                url: receiver.url
            )
        }
        #expect(try await PolarPeer.send(messages).count { $0.status == 202 } == Self.count)
        try await target.waitForMessages(Self.count, at: "/takes")
        // The look-ups were under way meanwhile, and still are: no attempt of the others has ended.
        #expect(server.hasQuestions)
        #expect(!receiver.child.output.all.contains { $0.contains("will retry") })
        #expect(await receiver.stop() == 0)
    }
}

/// A socket that takes questions about names; it needs the right to mount, since the port is fixed.
final class SilentNameServer: Sendable {
    /// A loopback address that other tests do not use.
    static let address = "127.53.53.53"

    private let socket: Int32

    static var isPossible: Bool {
        guard (try? SilentNameServer()) != nil else { return false }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = ["--mount", "mount", "--bind", "/etc/hosts", "/etc/hosts"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(53).bigEndian
        inet_pton(AF_INET, Self.address, &address.sin_addr)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            close(socket)
            throw POSIXError(.EACCES)
        }
    }

    deinit {
        close(socket)
    }

    /// Whether a question has come.
    var hasQuestions: Bool {
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, Int32(MSG_DONTWAIT) | Int32(MSG_PEEK)) > 0
    }

    /// Runs a program that asks this server.
    static func launcher(resolver: String, hosts: String) -> [String] {
        let script = #"mount --bind "$1" /etc/resolv.conf && mount --bind "$2" /etc/hosts && shift 2 && exec "$@""#
        return ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", script, "sh", resolver, hosts]
    }
}
