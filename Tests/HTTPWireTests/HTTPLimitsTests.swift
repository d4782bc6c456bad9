import HTTPWire
import Testing

struct HTTPLimitsTests {
    @Test func `are those of the contract by default`() {
        let limits = HTTPLimits()
        #expect(limits.requestLine == 8 * 1_024)
        #expect(limits.headerSection == 32 * 1_024)
        #expect(limits.fieldCount == 100)
        #expect(limits.body == 5 * 1_024 * 1_024)
    }

    @Test(arguments: [
        (Int.min, [16, 16, 1, 0]),
        (0, [16, 16, 1, 0]),
        (50, [50, 50, 50, 50]),
        (.max, [16_384, 32_768, 100, 1 << 40]),
    ])
    func `are moved into their range`(value: Int, expected: [Int]) {
        let limits = HTTPLimits(requestLine: value, headerSection: value, fieldCount: value, body: value)
        #expect([limits.requestLine, limits.headerSection, limits.fieldCount, limits.body] == expected)
    }
}
