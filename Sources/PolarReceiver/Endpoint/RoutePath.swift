import HTTPWire

/// A configured path; it matches with or without a trailing slash, so that no request is ever redirected.
struct RoutePath: Sendable {
    private let bytes: [UInt8]

    init(_ path: String) {
        var bytes = Array(path.utf8)
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        self.bytes = bytes
    }

    /// Whether `path`, as received, names this route.
    func matches(_ path: RawSpan) -> Bool {
        let slash = UInt8(ascii: "/")
        let hasTrailingSlash = path.byteCount == bytes.count + 1 && path.byte(at: bytes.count) == slash
        guard path.byteCount == bytes.count || hasTrailingSlash else { return false }
        return bytes.indices.allSatisfy { path.byte(at: $0) == bytes[$0] }
    }
}
