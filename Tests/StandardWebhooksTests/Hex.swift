/// Bytes written as pairs of hexadecimal digits, as RFCs print vectors.
struct Hex: Decodable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var rest = try container.decode(String.self)[...]
        var bytes: [UInt8] = []
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "Not hexadecimal: \(rest)")
            }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        self.bytes = bytes
    }
}
