import HTTPServer

extension TrustedProxies {
    /// Reads who is trusted, and in which field.
    init(_ reader: SettingReader) throws {
        let key = "http.trusted_proxies"
        let ranges = try (reader.texts(key) ?? []).map { text in
            guard let range = AddressRange(text) else {
                throw reader.wrong(key, text, "a list of addresses such as 10.0.0.0/8, 192.0.2.1 or fd00::/8")
            }
            return range
        }
        self.init(ranges, field: try reader.choice("http.client_field"))
    }
}
