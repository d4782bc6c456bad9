import HTTPWire

/// A configured path; it matches with or without a trailing slash, so that no request is ever redirected.
struct RoutePath: Hashable, Sendable {
    private static let slash = UInt8(ascii: "/")

    /// What ends the path of a request target or cannot be in one (RFC 3986 §3.3).
    private static let foreign = Array("?#[]".utf8)

    private let bytes: [UInt8]

    init(_ path: String) {
        var bytes = Array(path.utf8)
        while bytes.last == Self.slash { bytes.removeLast() }
        self.bytes = bytes
    }

    /// Whether a request can have this path; the root is one.
    var isReachable: Bool {
        (bytes.first ?? Self.slash) == Self.slash
            && bytes.allSatisfy { (33...126).contains($0) && !Self.foreign.contains($0) }
    }

    /// Whether `path`, as received, names this route.
    func matches(_ path: RawSpan) -> Bool {
        let hasTrailingSlash = path.byteCount == bytes.count + 1 && path.byte(at: bytes.count) == Self.slash
        guard path.byteCount == bytes.count || hasTrailingSlash else { return false }
        return bytes.indices.allSatisfy { path.byte(at: $0) == bytes[$0] }
    }
}
