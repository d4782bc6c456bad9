/// The values of the three headers; each must be there exactly once and not be empty.
struct HeaderValues {
    let id: [UInt8]
    let timestamp: [UInt8]
    let signature: [UInt8]

    init(_ headers: some Sequence<(name: String, value: String)>) throws(VerificationError) {
        // A sequence may be readable only once.
        let headers = headers.filter { header in HeaderName.all.contains { Self.isName(header.name, $0) } }
        id = try Self.value(of: HeaderName.id, in: headers)
        timestamp = try Self.value(of: HeaderName.timestamp, in: headers)
        signature = try Self.value(of: HeaderName.signature, in: headers)
    }

    private static func value(
        of name: String,
        in headers: [(name: String, value: String)]
    ) throws(VerificationError) -> [UInt8] {
        let values = headers.filter { isName($0.name, name) }.map(\.value)
        guard values.count < 2 else { throw .malformedHeader(name) }
        guard let value = values.first, !value.isEmpty else { throw .missingHeader(name) }
        return Array(value.utf8)
    }

    /// Compares as HTTP does: ASCII letters without case, everything else byte for byte.
    private static func isName(_ name: String, _ expected: String) -> Bool {
        name.utf8.elementsEqual(expected.utf8) { character, lowercased in
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character)
            return (isCapital ? character | 0x20 : character) == lowercased
        }
    }
}
