import StandardWebhooks

/// A message in an input: three lines with the values of its headers, and the body.
///
/// No mutation hits on a right signature. So a byte 1 or 2 in the last header stands for the first or the second key's
/// base64, which the input can then spoil, cut or put in wrong places.
struct FuzzedMessage {
    /// The byte that stands for the first key's signature.
    private static let firstPlaceholder: UInt8 = 1

    let id: [UInt8]
    let timestamp: [UInt8]
    let signature: [UInt8]
    let body: [UInt8]

    /// The right signatures, one for each key, in base64; empty where the message cannot be signed, because of its id or its timestamp.
    let rightTexts: [String]

    init(_ input: [UInt8], signers: [MessageSigner]) {
        let lines = input.split(separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
        let parts = lines.map(Array.init) + Array(repeating: [], count: 4 - lines.count)
        (id, timestamp, body) = (parts[0], parts[1], parts[3])
        let rightTexts = Self.rightTexts(id: parts[0], timestamp: parts[1], body: parts[3], signers)
        self.rightTexts = rightTexts
        signature = parts[2].flatMap { byte in
            let index = Int(byte) - Int(Self.firstPlaceholder)
            return rightTexts.indices.contains(index) ? Array(rightTexts[index].utf8) : [byte]
        }
    }

    private static func rightTexts(
        id: [UInt8],
        timestamp: [UInt8],
        body: [UInt8],
        _ signers: [MessageSigner]
    ) -> [String] {
        guard let id = String(validating: id, as: UTF8.self), let seconds = seconds(timestamp) else { return [] }
        return signers.compactMap { try? $0.sign(id: id, timestamp: seconds, body: body) }
            .map { String($0.dropFirst("v1,".count)) }
    }

    /// The number of which these are the digits; nil when it can be written in another way.
    private static func seconds(_ text: [UInt8]) -> Int64? {
        let text = String(decoding: text, as: UTF8.self)
        return Int64(text).flatMap { "\($0)" == text ? $0 : nil }
    }
}
