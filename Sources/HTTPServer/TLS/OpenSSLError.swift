import COpenSSL

/// The errors that OpenSSL keeps for the thread.
enum OpenSSLError {
    /// The latest in OpenSSL's words, such as `bad decrypt`.
    static var reason: String {
        guard let text = ERR_reason_error_string(ERR_peek_last_error()) else { return "unknown error" }
        return String(cString: text)
    }
}
