extension RequestHead {
    /// Derives from the fields what they mean for the connection and the body.
    mutating func interpretFields(_ bytes: RawSpan, limits: HTTPLimits) throws(HTTPParseError) {
        try checkHost(bytes)
        bodyFraming = try framing(bytes, limits: limits)
        keepsAlive = minorVersion == 1 && !closes(bytes)
        expectsContinue = try expectation(bytes)
    }

    private func checkHost(_ bytes: RawSpan) throws(HTTPParseError) {
        switch field("host", in: bytes) {
        case .single(let value):
            guard HostField.isValid(value, in: bytes) else { throw .invalidHost }
        case .absent:
            guard minorVersion == 0 else { throw .invalidHost }
        case .repeated:
            throw .invalidHost
        }
    }

    private func framing(_ bytes: RawSpan, limits: HTTPLimits) throws(HTTPParseError) -> BodyFraming {
        let contentLength = field("content-length", in: bytes)
        switch field("transfer-encoding", in: bytes) {
        case .absent: return try framing(contentLength: contentLength, bytes, limits: limits)
        case .repeated: throw .ambiguousLength
        case .single(let value):
            guard contentLength == .absent, minorVersion == 1 else { throw .ambiguousLength }
            guard bytes.equals("chunked", in: value) else { throw .unknownTransferCoding }
            return .chunked
        }
    }

    private func framing(
        contentLength: FieldLookup,
        _ bytes: RawSpan,
        limits: HTTPLimits
    ) throws(HTTPParseError) -> BodyFraming {
        switch contentLength {
        case .repeated: throw .invalidContentLength
        case .absent:
            guard method != .post, method != .put, method != .patch else { throw .lengthRequired }
            return .none
        case .single(let value):
            guard !value.isEmpty, value.allSatisfy({ ASCII.isDigit(bytes.byte(at: $0)) }) else {
                throw .invalidContentLength
            }
            var length = 0
            for offset in value {
                length = length * 10 + Int(bytes.byte(at: offset) - UInt8(ascii: "0"))
                guard length <= limits.body else { throw .bodyTooLarge }
            }
            return length == 0 ? .none : .length(length)
        }
    }

    private func closes(_ bytes: RawSpan) -> Bool {
        var closes = false
        forEachValue(of: "connection", in: bytes) { value in
            var start = value.lowerBound
            while start < value.upperBound {
                var end = start
                while end < value.upperBound, bytes.byte(at: end) != UInt8(ascii: ",") { end += 1 }
                if bytes.equals("close", in: bytes.trimmed(start..<end)) { closes = true }
                start = end + 1
            }
        }
        return closes
    }

    private func expectation(_ bytes: RawSpan) throws(HTTPParseError) -> Bool {
        // An HTTP/1.0 client cannot expect anything (RFC 9110 §10.1.1).
        guard minorVersion == 1 else { return false }
        var expectsContinue = false
        try forEachValue(of: "expect", in: bytes) { value throws(HTTPParseError) in
            guard bytes.equals("100-continue", in: value) else { throw .unknownExpectation }
            expectsContinue = bodyFraming != .none
        }
        return expectsContinue
    }
}
