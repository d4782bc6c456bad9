import Testing

@testable import StandardWebhooks

struct SignatureListTests {
    private static let good = entry("v1", of: 32)
    private static let bad = entry("v1", of: 32, filledWith: 0)
    private static let asymmetric = entry("v1a", of: 64)

    @Test(arguments: [
        good, "\(bad) \(good)", "\(good) \(bad)", "v1a,AAAA \(good)", "v2,Z29vZA== \(good)", "nonsense \(good)",
        "\(bad)  \(good)", " \(good) ", "v1, \(good)", "v1,*** \(good)", "v1 \(good)",
        String(repeating: "\(bad) ", count: 15) + good, String(repeating: " ", count: 100) + good,
    ])
    func `finds a signature`(list: String) {
        #expect(contains(list))
    }

    private static let code = String(good.dropFirst(3))
    private static let strangers: [String] = [
        "", " ", bad, "v1", "v1,", "V1,\(code)", "v11,\(code)", "v2,\(code)", "v1a,\(code)", code, ",\(code)",
        "v1,,\(code)", "v1.\(code)", "\(good),", "\(good)\t\(bad)", "\(bad),\(good)", "\(good)\n",
        "v1,\(code.dropLast(2))",
        entry("v1", of: 31), entry("v1", of: 33),
    ]
    private static let tooLate = [bad, "nonsense"].map { String(repeating: "\($0) ", count: 16) + good }

    @Test(arguments: strangers + tooLate)
    func `finds none`(list: String) {
        #expect(!contains(list))
    }

    @Test func `reads canonical base64 only`() {
        #expect(!contains(String(Self.good.dropLast())))
        #expect(!contains(Self.good + "="))
        // The last character of a 32-byte code has two bits that mean nothing.
        let spellings = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
            .map { "\(Self.good.dropLast(2))\($0)=" }
        #expect(spellings.filter(contains) == [Self.good])
        let double = Self.asymmetric.dropLast(3)
        #expect(counts("\(double)g== \(double)h== \(double)g= \(double)g") == [0, 1])
    }

    @Test func `looks at every entry, even after one that fits`() {
        let seen = withExtendedEntries("\(Self.good) \(Self.bad) \(Self.good)") { list in
            var seen = 0
            _ = SignatureList.contains(in: list.codes, byteCount: 32) { _ in
                seen += 1
                return true
            }
            return seen
        }
        #expect(seen == 3)
    }

    @Test func `stops after 16 entries of any kind`() {
        #expect(counts(String(repeating: "v9,x \(Self.bad) ", count: 40)) == [8, 0])
    }

    @Test func `takes no more than four v1a signatures, wherever they stand`() {
        #expect(counts(String(repeating: "\(Self.asymmetric) ", count: 16)) == [0, 4])
        #expect(counts(String(repeating: "\(Self.bad) \(Self.asymmetric) ", count: 8)) == [8, 4])
        #expect(counts(String(repeating: "v1a,AAAA ", count: 12) + Self.asymmetric) == [0, 1])
    }

    private static func entry(_ version: String, of byteCount: Int, filledWith byte: UInt8 = 0xE0) -> String {
        "\(version),\(Base64.encode([UInt8](repeating: byte, count: byteCount)))"
    }

    private func contains(_ list: String) -> Bool {
        withExtendedEntries(list) { list in
            SignatureList.contains(in: list.codes, byteCount: 32) { $0.allSatisfy { $0 == 0xE0 } }
        }
    }

    /// How many codes and how many signatures are in a header.
    private func counts(_ list: String) -> [Int] {
        withExtendedEntries(list) { [$0.codes.count / 32, $0.signatures.count / 64] }
    }

    private func withExtendedEntries<Result>(_ header: String, _ body: (SignatureList) -> Result) -> Result {
        let bytes = Array(header.utf8)
        return SignatureList.withEntries(of: bytes.span.bytes, body)
    }
}
