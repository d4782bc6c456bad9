import WireSources

extension PlainHead {
    private static let digits = Set("0123456789".utf8)
    private static let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let token = digits.union(letters).union("!#$%&'*+-.^_`|~".utf8)
    private static let name = digits.union(letters).union("-._~!$&'()*+,;=%".utf8)
    private static let target = name.union(":@/?[]".utf8)

    /// A rule that the head breaks, as the end of a sentence; nil when it breaks none.
    func mistake(limits: HTTPLimits) -> String? {
        mistakeOfBytes ?? mistakeOfRequestLine ?? mistakeOfFields ?? mistakeOfHost ?? mistakeOfMeaning
            ?? mistakeOfSize(limits)
    }

    private var mistakeOfBytes: String? {
        let isPaired = zip(content, content.dropFirst()).allSatisfy { ($0 == 13) == ($1 == 10) }
        guard isPaired, content.first != 10, content.last != 13 else { return "a CR or an LF stands alone" }
        let isPrintable = lines.joined().allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 }
        return isPrintable ? nil : "it has a control character"
    }

    private var mistakeOfRequestLine: String? {
        guard words.count == 3 else { return "the request line has not three words" }
        guard !method.isEmpty, method.utf8.allSatisfy(Self.token.contains) else { return "the method is no token" }
        guard method != "CONNECT" else { return "it asks for a tunnel" }
        guard version.count == 8, version.starts(with: "HTTP/1.".utf8), version.last.map(Self.isDigit) == true else {
            return "the version is not HTTP/1.x"
        }
        guard !target.isEmpty, target.allSatisfy(Self.target.contains), Self.hasWholePercents(target) else {
            return "the target has bytes that no URI has"
        }
        let hasBrackets = target.contains(UInt8(ascii: "[")) || target.contains(UInt8(ascii: "]"))
        guard target.first != UInt8(ascii: "/") || !hasBrackets else { return "the path has brackets" }
        return target == [UInt8(ascii: "*")] && method != "OPTIONS" ? "the target is an asterisk" : nil
    }

    private var mistakeOfFields: String? {
        for (line, field) in zip(lines.dropFirst(), fields) {
            guard line.first.map(Self.isBlank) == false else { return "a field is folded" }
            guard line.contains(UInt8(ascii: ":")) else { return "a field has no colon" }
            guard field.name.last.map(Self.isBlank) != true else { return "a blank stands before a colon" }
            guard !field.name.isEmpty, field.name.allSatisfy(Self.token.contains) else { return "a name is no token" }
        }
        return nil
    }

    private var mistakeOfHost: String? {
        let hosts = values(of: "host")
        guard hosts.count == 1 || hosts.isEmpty && minorVersion == 0 else { return "it has not one host" }
        guard let host = hosts.first, host.first != UInt8(ascii: "[") else { return nil }
        let hostName = host.prefix { $0 != UInt8(ascii: ":") }
        guard !hostName.isEmpty, hostName.allSatisfy(Self.name.contains), Self.hasWholePercents(hostName) else {
            return "the host is no name"
        }
        let port = host.dropFirst(hostName.count + 1)
        return port.isEmpty || Self.decimal(port).map { $0 < 65_536 } == true ? nil : "the port is no number"
    }

    private var mistakeOfMeaning: String? {
        let hasBoth = !values(of: "content-length").isEmpty && !values(of: "transfer-encoding").isEmpty
        guard !hasBoth else { return "it has a length and a transfer coding" }
        guard bodyFraming != nil else { return "the length of the body is unclear" }
        let expectations = members(of: "expect")
        let isKnown = minorVersion == 0 || expectations.allSatisfy { $0 == "100-continue" }
        return isKnown ? nil : "it expects something unknown"
    }

    private func mistakeOfSize(_ limits: HTTPLimits) -> String? {
        let requestLine = lines.first?.count ?? 0
        guard requestLine <= limits.requestLine else { return "the request line is too long" }
        guard end - start - requestLine - 2 <= limits.headerSection else { return "the header section is too long" }
        guard fields.count <= limits.fieldCount else { return "it has too many fields" }
        guard case .length(let length) = bodyFraming, length > limits.body else { return nil }
        return "the body is too long"
    }

    /// Whether two hexadecimal digits follow each percent sign.
    private static func hasWholePercents(_ bytes: ArraySlice<UInt8>) -> Bool {
        let hexadecimal = digits.union("abcdefABCDEF".utf8)
        return bytes.indices.filter { bytes[$0] == UInt8(ascii: "%") }
            .allSatisfy { bytes[$0...].dropFirst().prefix(2).filter(hexadecimal.contains).count == 2 }
    }
}
