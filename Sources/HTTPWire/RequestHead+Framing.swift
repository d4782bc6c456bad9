extension RequestHead {
    /// Derives from the fields what they mean for the connection and the body.
    mutating func interpretFields(_ bytes: RawSpan, limits: HTTPLimits) throws(HTTPParseError) {
        try checkHost(bytes)
        keepsAlive = minorVersion == 1 && !closes(bytes)
        do throws(HTTPParseError) { bodyFraming = try framing(bytes, limits: limits) } catch {
            bodyFraming = .refused(error)
            expectsContinue = false
            return
        }
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
        guard !asksForTunnel else { throw .unknownMethod }
        let contentLength = field("content-length", in: bytes)
        switch field("transfer-encoding", in: bytes) {
        case .absent: return try framing(contentLength: contentLength, bytes, limits: limits)
        case .repeated: throw .ambiguousLength
        case .single(let value):
            guard contentLength == .absent, minorVersion == 1 else { throw .ambiguousLength }
            guard bytes.equals("chunked", in: value) else {
                throw endsInChunked(value, bytes) ? .unknownTransferCoding : .ambiguousLength
            }
            return .chunked
        }
    }

    private func endsInChunked(_ codings: Range<Int>, _ bytes: RawSpan) -> Bool {
        var start = codings.upperBound
        while start > codings.lowerBound, bytes.byte(at: start - 1) != ASCII.comma { start -= 1 }
        return bytes.equals("chunked", in: bytes.trimmed(start..<codings.upperBound))
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
            // Cannot overflow: a limit is at most ``HTTPLimits/maximumBody``.
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
        forEachMember(of: "connection", in: bytes) { option in
            if bytes.equals("close", in: option) { closes = true }
        }
        return closes
    }

    private func expectation(_ bytes: RawSpan) throws(HTTPParseError) -> Bool {
        // An HTTP/1.0 client cannot expect anything (RFC 9110 §10.1.1).
        guard minorVersion == 1 else { return false }
        var expectsContinue = false
        try forEachMember(of: "expect", in: bytes) { expectation throws(HTTPParseError) in
            guard bytes.equals("100-continue", in: expectation) else { throw .unknownExpectation }
            expectsContinue = bodyFraming != .none
        }
        return expectsContinue
    }
}
