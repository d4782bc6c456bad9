import HTTPServer
import HTTPWire

extension Setting {
    private static let limits = HTTPLimits()
    private static let allowances = ServerConfiguration()
    private static let timeRange = 1...86_400

    static let http = [
        Setting(
            "http.request_line_limit",
            .number(256...16_384, unit: "bytes"),
            standard: limits.requestLine,
            "The longest request line."
        ),
        Setting(
            "http.header_limit",
            .number(1_024...32_768, unit: "bytes"),
            standard: limits.headerSection,
            "How long all header fields may be together."
        ),
        Setting(
            "http.field_limit",
            .number(16...HTTPLimits.maximumFieldCount),
            standard: limits.fieldCount,
            "How many header fields a request may have."
        ),
        Setting(
            "http.body_limit",
            .number(1_024...268_435_456, unit: "bytes"),
            standard: limits.body,
            "The longest body."
        ),
        Setting(
            "http.body_budget",
            .number(1_048_576...17_179_869_184, unit: "bytes"),
            standard: allowances.bodyBudget,
            """
            How much memory all requests together may take while they arrive, before a signature is checked, besides 16 KiB for \
            each connection. Beyond it the oldest of them is answered with 503. At least http.body_limit and 1 MiB.
            """
        ),
        Setting(
            "http.head_timeout",
            .number(timeRange, unit: "seconds"),
            standard: seconds(allowances.headTimeout),
            "How long a client may take for the head of a request."
        ),
        Setting(
            "http.body_timeout",
            .number(timeRange, unit: "seconds"),
            standard: seconds(allowances.bodyTimeout),
            "How long a client may take for the body, and to take the answer."
        ),
        Setting(
            "http.idle_timeout",
            .number(timeRange, unit: "seconds"),
            standard: seconds(allowances.idleTimeout),
            "How long a connection may rest between two requests. Polar reuses one for 5 s; less than that costs it attempts."
        ),
        Setting(
            "http.connection_limit",
            .number(1...1_000_000),
            standard: allowances.maximumConnections,
            "How many connections there may be at the same time."
        ),
        Setting(
            "http.address_limit",
            .number(1...1_000_000),
            standard: allowances.maximumConnectionsPerAddress,
            "How many of them one client may have, by address (IPv6: by /64); trusted proxies may have any number."
        ),
        Setting(
            "http.reserved_connections",
            .number(0...1_000_000),
            standard: allowances.reservedConnections,
            "How many of them are kept for the addresses in sender files and for trusted proxies; half of all at most."
        ),
        Setting(
            "http.trusted_proxies",
            .list,
            "The addresses of the proxies in front of the receiver, which say who the client is."
        ),
        Setting(
            "http.client_field",
            .choice(TrustedProxies.Field.allCases.map(\.rawValue)),
            standard: TrustedProxies.Field.forwardedFor.rawValue,
            "Where those proxies say it: in a header field, or in the header of the PROXY protocol before each connection."
        ),
    ]

    private static func seconds(_ duration: Duration) -> Int64 { duration.components.seconds }

    static let tls = [
        Setting(
            "tls.certificate_file",
            .file,
            traits: .reloaded,
            "The certificate, followed by those that lead to a root, in PEM. Without one the receiver speaks HTTP without TLS."
        ),
        Setting(
            "tls.key_file",
            .file,
            traits: .reloaded,
            "The private key in PEM; without it, it is looked for in the certificate's file."
        ),
        Setting(
            "tls.pkcs12_file",
            .file,
            traits: .reloaded,
            "Certificate and key in one PKCS#12 file, instead of the two above."
        ),
        Setting(
            "tls.password",
            .text,
            traits: [.secret, .reloaded],
            "The password of an encrypted key or of the PKCS#12 file."
        ),
        Setting("tls.password_file", .file, traits: .reloaded, "A file with that password in its first line."),
        Setting(
            "tls.handshake_timeout",
            .number(timeRange, unit: "seconds"),
            standard: seconds(allowances.handshakeTimeout),
            "How long a client may take for the handshake; the time for its first head runs meanwhile."
        ),
    ]
}
