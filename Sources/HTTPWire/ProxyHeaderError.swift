/// Why the beginning of a connection is no header of the PROXY protocol.
package enum ProxyHeaderError: String, Error, Hashable, Sendable, CaseIterable {
    /// The connection begins with something else.
    case missing = "missing_proxy_header"

    /// The header breaks the rules of its version, or is longer than this server reads.
    case malformed = "malformed_proxy_header"
}
