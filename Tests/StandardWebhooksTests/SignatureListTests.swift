import Testing

@testable import StandardWebhooks

struct SignatureListTests {
    private static let good = "v1,Z29vZA=="
    private static let bad = "v1,YmFkIQ=="

    @Test(arguments: [
        good, "\(bad) \(good)", "\(good) \(bad)", "v1a,AAAA \(good)", "v2,Z29vZA== \(good)", "nonsense \(good)",
        "\(bad)  \(good)", " \(good) ", "v1, \(good)", "v1,*** \(good)", "v1 \(good)", "v1,Z29vZA",
        String(repeating: "\(bad) ", count: 15) + good, String(repeating: " ", count: 100) + good,
    ])
    func `finds a signature`(list: String) {
        #expect(contains(list))
    }

    @Test(arguments: [
        "", " ", bad, "v1", "v1,", "v1a,Z29vZA==", "V1,Z29vZA==", "v11,Z29vZA==", "v2,Z29vZA==", "Z29vZA==",
        ",Z29vZA==",
        "v1,,Z29vZA==", "v1.Z29vZA==", "v1,Z29vZA==,", "v1,Z29v ZA==", "v1,Z29vZA==\t\(bad)", "\(bad),\(good)",
        "v1,Z29vZA=\n", "v1,Z29v", "v1,Z29vZGQ=", String(repeating: "\(bad) ", count: 16) + good,
    ])
    func `finds none`(list: String) {
        #expect(!contains(list))
    }

    @Test func `looks at every entry, even after one that fits`() {
        var seen = 0
        _ = search("\(Self.good) \(Self.bad) \(Self.good)") { _ in
            seen += 1
            return true
        }
        #expect(seen == 3)
    }

    @Test func `stops after 16 entries of any kind`() {
        var seen = 0
        _ = search(String(repeating: "v9,x \(Self.bad) ", count: 40)) { _ in
            seen += 1
            return false
        }
        #expect(seen == 8)
    }

    private func contains(_ list: String) -> Bool {
        search(list) { $0.elementsEqual("good".utf8) }
    }

    private func search(_ list: String, where predicate: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        let bytes = Array(list.utf8)
        return SignatureList.contains(in: bytes.span.bytes, version: "v1", byteCount: 4, where: predicate)
    }
}
