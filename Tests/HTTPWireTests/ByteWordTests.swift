import Testing

@testable import HTTPWire

/// A search by words finds what a look at each byte would.
struct ByteWordTests {
    private func firstOffset(of value: UInt8, in bytes: [UInt8], from start: Int, before end: Int) -> Int? {
        bytes.span.bytes.firstOffset(of: value, from: start, before: end)
    }

    @Test func `finds the first of a byte at every place, whatever is around it`() {
        for value in UInt8.min...UInt8.max {
            // Those that a carry or a borrow could take for it.
            for other in [value &- 1, value &+ 1, value ^ 0x80, 0, 0x7F, 0x80, 0xFF] where other != value {
                for place in 0..<19 {
                    var bytes = [UInt8](repeating: other, count: 19)
                    bytes[place] = value
                    #expect(firstOffset(of: value, in: bytes, from: 0, before: 19) == place)
                    bytes[18] = value
                    #expect(firstOffset(of: value, in: bytes, from: 0, before: 19) == place)
                    #expect(firstOffset(of: value, in: bytes, from: 0, before: place) == nil)
                }
            }
        }
    }

    @Test func `looks from the start on, and no further than the end`() {
        let bytes = Array("a:b:c:d:e:f:g:h:i:j:k:".utf8)
        for start in 0...bytes.count {
            for end in start...bytes.count {
                let expected = bytes[start..<end].firstIndex(of: UInt8(ascii: ":"))
                #expect(firstOffset(of: UInt8(ascii: ":"), in: bytes, from: start, before: end) == expected)
            }
        }
    }

    @Test func `finds what may not stand in a field value at every place`() {
        for value in UInt8.min...UInt8.max {
            for other in [UInt8(ascii: " "), UInt8(ascii: "~"), 9, 0x80, 0xFF] {
                for place in 0..<19 {
                    var bytes = [UInt8](repeating: other, count: 19)
                    bytes[place] = value
                    let expected = ASCII.isFieldContent(value) ? nil : place
                    #expect(bytes.span.bytes.firstOutsideFieldContent(in: 0..<19) == expected)
                    #expect(bytes.span.bytes.firstOutsideFieldContent(in: 0..<place) == nil)
                }
            }
        }
    }
}
