/// Where input is cut, as the reads of a socket cut what a client sends.
package enum Splits {
    /// A read for each byte.
    package static func everyByte(of input: [UInt8]) -> [Range<Int>] {
        input.indices.map { $0..<$0 + 1 }
    }

    /// Reads of 1 to 16 bytes, now and then of up to 1,024: always the same ones for the same input.
    package static func some(of input: [UInt8]) -> [Range<Int>] {
        var numbers = Numbers(seed: input)
        var ranges: [Range<Int>] = []
        var start = 0
        while start < input.count {
            let limit = numbers.next(below: 4) == 0 ? 1_024 : 16
            let end = min(input.count, start + 1 + numbers.next(below: limit))
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }
}
