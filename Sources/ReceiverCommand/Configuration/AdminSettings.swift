import Foundation
import ReceiverConsole

/// Where the admin listener is, and who may use it.
struct AdminSettings: Sendable {
    /// An IPv4 or IPv6 address, or a host name.
    let host: String

    /// 0 for any that is free.
    let port: Int

    /// Whether somebody has chosen the port: else a receiver works without the listener where the port is taken.
    let isPortChosen: Bool

    /// Nil where the receiver makes one; see ``AdminTokenFile``.
    let token: AccessToken?

    /// Whether only this machine reaches it.
    var isOnLoopback: Bool { ListenerHost(host).isLoopback }

    /// Reads and checks `admin.*`; `publicHost` and `publicPort` are where messages arrive.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ reader: SettingReader, publicHost: String, publicPort: Int) throws {
        host = reader.text("admin.host")
        port = try reader.integer("admin.port")
        isPortChosen = reader.optionalText("admin.port") != nil
        token = try Self.token(reader)
        try checkPort(publicHost: publicHost, publicPort: publicPort)
        guard token != nil || isOnLoopback else {
            throw CommandFailure.configuration(
                """
                The admin listener on \(host) is open to other machines: set ADMIN_TOKEN_FILE to a file with a token, or \
                leave ADMIN_HOST at 127.0.0.1.
                """
            )
        }
    }

    private static func token(_ reader: SettingReader) throws -> AccessToken? {
        guard let secret = try reader.secret("admin.token") else { return nil }
        guard let token = AccessToken(secret) else {
            let length = AccessToken.minimumLength
            throw CommandFailure.configuration(
                "The admin token has fewer than \(length) characters; make one with 'openssl rand -hex 32'."
            )
        }
        return token
    }

    private func checkPort(publicHost: String, publicPort: Int) throws {
        guard isPortChosen, port != 0, port == publicPort, ListenerHost(host).overlaps(ListenerHost(publicHost)) else {
            return
        }
        throw CommandFailure.configuration(
            "The settings port and admin.port are both \(port); set PORT or ADMIN_PORT to another one."
        )
    }
}
