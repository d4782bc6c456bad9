import CCurl
import Glibc

/// Sets the options of an easy handle from a request and the configuration of its client.
struct EasyOptions {
    let easy: UnsafeMutableRawPointer
    let request: ClientRequest
    let configuration: Client.Configuration

    /// - Throws: ``ClientError/system(errno:)`` where curl has no memory, or lacks an option that safety depends on.
    func set(for target: borrowing Target) throws(ClientError) {
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_NOSIGNAL, 1)
        // Without it, giving up a request waits for its look-up, and with it every other request of the client.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, max(1, milliseconds(request.connectTimeout)))
        try set(CURLOPT_MAXAGE_CONN, max(1, Int(configuration.idleTime.components.seconds)))
        if !request.isRepeatable { try set(CURLOPT_FRESH_CONNECT, 1) }
        try check(ccurl_close_sockets_on_exec(easy))
        try check(ccurl_set_pointer(easy, CURLOPT_CURLU, UnsafeMutableRawPointer(target.url)))
        let version = configuration.version == .http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
        try set(CURLOPT_HTTP_VERSION, version)
        if let path = configuration.socketPath { try set(CURLOPT_UNIX_SOCKET_PATH, path) }
        try setProxy(isLoopback: target.isLoopback)
        try setTrust()
        try setMethod()
    }

    private func setProxy(isLoopback: Bool) throws(ClientError) {
        guard !isLoopback, configuration.socketPath == nil else { return try set(CURLOPT_PROXY, "") }
        switch configuration.proxy {
        case .environment: break
        case .direct: try set(CURLOPT_PROXY, "")
        case .url(let url): try set(CURLOPT_PROXY, url)
        }
    }

    private func setTrust() throws(ClientError) {
        if let identity = configuration.identity {
            try set(CURLOPT_SSLCERT, identity.certificateFile)
            try set(CURLOPT_SSLKEY, identity.keyFile)
        }
        switch configuration.trust {
        case .system:
            // With one of the two curl keeps the authorities in memory, and need not read them for each connection.
            if ccurl_has_authorities_file() { try set(CURLOPT_CAPATH, nil) }
        case .only(let authorities):
            try set(CURLOPT_CAPATH, nil)
            try setAuthorities(authorities)
        case .systemAnd(let authorities):
            // The file of the system gives way, its folder stays.
            try setAuthorities(authorities)
        case .anything:
            try set(CURLOPT_SSL_VERIFYPEER, 0)
            try set(CURLOPT_SSL_VERIFYHOST, 0)
        }
    }

    private func setAuthorities(_ authorities: Authorities) throws(ClientError) {
        try check(
            authorities.pem.withUnsafeBytes { ccurl_set_blob(easy, CURLOPT_CAINFO_BLOB, $0.baseAddress, $0.count) }
        )
    }

    private func setMethod() throws(ClientError) {
        if request.method == .head { return try set(CURLOPT_NOBODY, 1) }
        if let body = request.body ?? (request.method.expectsBody ? [] : nil) {
            try set(CURLOPT_POST, 1)
            try check(body.withUnsafeBytes { ccurl_set_body(easy, $0.baseAddress ?? UnsafeRawPointer(easy), $0.count) })
        }
        try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    private func milliseconds(_ duration: Duration) -> Int {
        // Half an hour is longer than any network needs, and fits curl's numbers everywhere.
        Int(min(max(duration, .zero), .seconds(1_800)) / .milliseconds(1))
    }

    private func set(_ option: CURLoption, _ value: Int) throws(ClientError) {
        try check(ccurl_set_long(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String?) throws(ClientError) {
        try check(ccurl_set_text(easy, option, value))
    }

    private func check(_ code: CURLcode) throws(ClientError) {
        guard code != CURLE_OK else { return }
        throw .system(errno: code == CURLE_OUT_OF_MEMORY ? ENOMEM : ENOSYS)
    }
}
