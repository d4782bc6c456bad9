import Testing

@testable import PolarEvents

struct JSONMapTests {
    @Test func `tells names apart byte by byte`() throws {
        let value = try JSONValue(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
        guard case .object(let map) = value else { return #expect(Bool(false), "\(value)") }
        #expect(map.count == 2)
        #expect(map["\u{E9}"]?.integer == 1)
        #expect(map["e\u{301}"]?.integer == 2)
        #expect(Array(value.encoded()) == Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    }

    @Test(arguments: [2, 16, 17, 1000])
    func `takes the last of members with one name`(count: Int) {
        let members = (0..<count).map { (name: "n\($0)", value: $0) }
        let map = JSONMap(members + members.map { ($0.name, -$0.value) })
        #expect(map == JSONMap(members.reversed().map { ($0.name, -$0.value) }))
        #expect(map.count == count)
        #expect(map["n1"] == -1)
    }

    @Test func `keeps thousands of spellings of one name apart`() {
        let names = (0..<4_096).map { number in
            (0..<12).map { number >> $0 & 1 == 0 ? "\u{E9}" : "e\u{301}" }.joined()
        }
        let map = JSONMap(names.map { (name: $0, value: 0) } + [(name: names[7], value: 1)])
        #expect(map.count == 4_096)
        #expect(map[names[7]] == 1)
    }

    @Test func `keeps the order, and compares without it`() {
        let map: JSONMap = ["b": 1, "a": 2]
        #expect(map.map(\.name) == ["b", "a"])
        #expect(map == ["a": 2, "b": 1])
        #expect(map.hashValue == (["a": 2, "b": 1] as JSONMap).hashValue)
        #expect(map != ["a": 1, "b": 2])
        #expect(map != ["a": 2])
    }

    @Test func `sets and removes members`() {
        var map: JSONMap<Int> = [:]
        map["a"] = 1
        map["b"] = 2
        map["a"] = 3
        map["b"] = nil
        map["c"] = nil
        #expect(map == ["a": 3])
        #expect(map.isEmpty == false)
    }
}
