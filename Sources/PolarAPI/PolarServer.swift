import Foundation

/// Where Polar is.
public struct PolarServer: Hashable, Sendable {
    /// `https://api.polar.sh` and `https://polar.sh`.
    public static let production = PolarServer(api: "https://api.polar.sh", web: "https://polar.sh")

    /// `https://sandbox-api.polar.sh` and `https://sandbox.polar.sh`; it shares nothing with production.
    public static let sandbox = PolarServer(api: "https://sandbox-api.polar.sh", web: "https://sandbox.polar.sh")

    /// The address of the API without `/v1` and without a slash at the end.
    public let apiURL: String

    /// The address of the pages for people, where they allow access.
    public let webURL: String

    /// Another Polar, such as a simulated one.
    ///
    /// - Throws: ``PolarError/unusableAddress(_:)`` unless both are `https` addresses, or `http` ones of this machine.
    public init(apiURL: String, webURL: String) throws(PolarError) {
        self.init(api: try Self.checked(apiURL), web: try Self.checked(webURL))
    }

    private init(api: String, web: String) {
        apiURL = api
        webURL = web
    }

    private static func checked(_ text: String) throws(PolarError) -> String {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.query == nil,
            parts.fragment == nil, parts.user == nil
        else { throw .unusableAddress(text) }
        let isLocal = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        guard parts.scheme == "https" || parts.scheme == "http" && isLocal else { throw .unusableAddress(text) }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}
