import HTTPWire
import Testing

struct WireVectorTests {
    @Test(arguments: try WireVector.all())
    func `has the same outcome however it arrives`(vector: WireVector) {
        let whole = WireReading.outcome(of: vector.bytes)
        #expect(whole == vector.outcome)
        #expect(WireReading.outcome(of: vector.bytes, arrivals: 0..<vector.bytes.count) == whole)
        let differing = Self.splits(of: vector.bytes.count).filter {
            WireReading.outcome(of: vector.bytes, arrivals: [$0]) != whole
        }
        #expect(differing == [])
    }

    /// Every position up to 1,024 bytes; of longer vectors both ends and a sample between, as time grows by the square.
    private static func splits(of count: Int) -> [Int] {
        let stride = max(1, (count - 128) / 32)
        return (0..<count).filter { count <= 1_024 || $0 < 64 || count - $0 <= 64 || $0 % stride == 0 }
    }

    @Test func `are at least 320, none of them twice`() throws {
        let vectors = try WireVector.all()
        #expect(vectors.count >= 320)
        #expect(Set(vectors.map(\.bytes)).count == vectors.count)
        #expect(Set(vectors.map(\.testDescription)).count == vectors.count)
    }

    @Test func `show every reason for a refusal`() throws {
        let outcomes = Set(try WireVector.all().map(\.outcome))
        #expect(HTTPParseError.allCases.filter { !outcomes.contains(.refused($0)) } == [])
    }
}
