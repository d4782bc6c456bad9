import CCurl
import Glibc

/// Where a request goes, as curl itself reads the URL, so that a check and the connection cannot differ.
struct Target: ~Copyable {
    /// A `CURLU`.
    let url: OpaquePointer

    /// Without the brackets of an IPv6 address.
    let host: String

    /// - Throws: ``ClientError/invalidURL``.
    init(_ text: String) throws(ClientError) {
        guard let url = curl_url() else { throw .system(errno: ENOMEM) }
        let flags = UInt32(CURLU_DISALLOW_USER | CURLU_PATH_AS_IS)
        guard curl_url_set(url, CURLUPART_URL, text, flags) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: url), ["http", "https"].contains(scheme),
            let host = Self.part(CURLUPART_HOST, of: url), !host.isEmpty
        else {
            curl_url_cleanup(url)
            throw .invalidURL
        }
        self.url = url
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    }

    deinit {
        curl_url_cleanup(url)
    }

    /// Whether the host is this machine, by its usual names.
    var isLoopback: Bool {
        var (version4, version6) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, host, &version4) == 1 { return UInt32(bigEndian: version4.s_addr) >> 24 == 127 }
        if inet_pton(AF_INET6, host, &version6) == 1 {
            let bytes = withUnsafeBytes(of: &version6) { Array($0) }
            let isMapped = bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127])
            return isMapped || bytes == [UInt8](repeating: 0, count: 15) + [1]
        }
        let name = host.lowercased()
        return name == "localhost" || name.hasSuffix(".localhost")
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
