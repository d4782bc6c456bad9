import PolarReceiverTesting
import Testing

@testable import PolarEvents

/// Bodies made to exhaust the stack, the memory or the patience of the decoder: each becomes an event all the same.
struct HostileJSONTests {
    /// A sample with something put behind the first place where a text stands.
    private func sample(_ type: String, _ insertion: Insertion, _ hostile: [UInt8]) throws -> [UInt8] {
        let body = try #require(SampleEvent(type: type)).body
        let place = try #require(body.firstRange(of: insertion.place.utf8)).upperBound
        return body[..<place] + insertion.before.utf8 + hostile + insertion.behind.utf8 + body[place...]
    }

    private func refund(_ body: [UInt8]) throws -> Polar.Refund {
        let event = WebhookEvent(id: "m", body: body)
        guard case .billing(.refund(.updated(let refund))) = event.payload else { throw failure(of: event) }
        return refund
    }

    private func failure(_ body: [UInt8]) -> DecodingFailure {
        failure(of: WebhookEvent(id: "m", body: body))
    }

    /// Why an event is undecodable, as it has to be.
    private func failure(of event: WebhookEvent) -> DecodingFailure {
        guard case .undecodable(let failure) = event.payload else { return DecodingFailure("it is decoded", path: "") }
        return failure
    }

    // MARK: Depth

    @Test(
        arguments: [
            "", "[", #"{"data":"#, #"{"type":"order.shipped","data":"#, #"{"type":"order.paid","extra":"#,
            #"{"type":"refund.updated","data":{"extra":"#, #"{"type":"refund.updated","data":{"metadata":{"deep":"#,
        ],
        ["[", #"{"a":"#]
    )
    func `refuses 100,000 levels, wherever they start`(start: String, opening: String) {
        let failure = failure(Array((start + String(repeating: opening, count: 100_000)).utf8))
        #expect(failure.reason == "nested more than 256 levels deep")
        #expect(failure.path.hasPrefix(start.contains("data") ? "$.data" : "$"))
    }

    @Test func `refuses 100,000 levels of an object that may hold its own kind`() throws {
        let opening = #"{"conjunction":"and","clauses":["#
        let levels = Array(String(repeating: opening, count: 100_000).utf8)
        let failure = failure(try sample("subscription.created", Insertion(behind: #""clauses":["#), levels))
        #expect(failure.reason == "nested more than 256 levels deep")
        #expect(failure.path.hasSuffix(".clauses[0].clauses"))
    }

    /// Each level of a filter looks for its members through all that it holds.
    @Test func `looks no more often through a large document than its size allows`() throws {
        let levels = 120
        let opening = String(repeating: #"{"conjunction":"and","clauses":["#, count: levels)
        let ending = String(repeating: "]}", count: levels)
        let filler = String(repeating: #""a":1,"#, count: 200_000)
        let document = Array(#"\#(opening){\#(filler)"property":"p","operator":"eq","value":1}\#(ending)"#.utf8)
        var reader = JSONReader(document)
        let reason = Result { () throws(JSONError) in
            try Polar.FilterTerm(from: &reader, document.span.bytes)
        }
        guard case .failure(let error) = reason else { return #expect(Bool(false), "it is decoded") }
        #expect("\(error.reason)" == "too large for how deep unions are nested")
        #expect(reader.lookedAhead <= 17 * document.count + 1 << 20)
    }

    @Test func `reads a filter of many levels`() throws {
        let opening = String(repeating: #"{"conjunction":"and","clauses":["#, count: 100)
        let ending = String(repeating: "]}", count: 100)
        let document = Array(#"\#(opening){"property":"p","operator":"eq","value":1}\#(ending)"#.utf8)
        var reader = JSONReader(document)
        let term = try Polar.FilterTerm(from: &reader, document.span.bytes)
        guard case .filter = term else { return #expect(Bool(false), "another kind of filter") }
    }

    // MARK: Size

    @Test(arguments: [
        Insertion(behind: #""data":{"#, #""extra":""#, #"","#),
        Insertion(behind: #""data":{"#, #"""#, #"":0,"#),
        Insertion(behind: #""data":{"#, #""metadata"#, #"":0,"#),
        Insertion(behind: #""metadata":{"#, #""note":""#, #"","#),
        Insertion(behind: #""metadata":{"#, #"""#, #"":0,"#),
        Insertion(behind: #""reason":""#),
        Insertion(behind: #""data":{"#, #""\u0061"#, #"":0,"#),
    ])
    func `reads 50 MB in one string or name`(insertion: Insertion) throws {
        let refund = try refund(try sample("refund.updated", insertion, [UInt8](repeating: 0x78, count: 50_000_000)))
        #expect(refund.currency == "eur")
    }

    @Test func `reads 50 MB of white space`() throws {
        let spaces = [UInt8](repeating: 0x20, count: 50_000_000)
        #expect(try refund(try sample("refund.updated", Insertion(behind: #""amount":"#), spaces)).currency == "eur")
    }

    @Test func `names the place of a mistake behind a name of 50 MB`() throws {
        let name = [UInt8](repeating: 0x78, count: 50_000_000)
        let failure = failure(try sample("refund.updated", Insertion(behind: #""data":{"#, #"""#, #"":+,"#), name))
        #expect(failure.reason == "a value is expected")
        #expect(failure.path == "$.data.\(String(repeating: "x", count: 100))…")
    }

    // MARK: Numbers

    private static let digits = [UInt8](repeating: UInt8(ascii: "9"), count: 1_000_000)

    @Test(arguments: [
        (Insertion(behind: #""amount":"#), "an integer does not fit in 64 bits"),
        (Insertion(behind: #""amount":"#, "-"), "an integer does not fit in 64 bits"),
        (Insertion(behind: #""amount":1"#, "."), "an integer is expected"),
        (Insertion(behind: #""amount":1"#, "e"), "an integer is expected"),
        (Insertion(behind: #""amount":"#, "0"), "a number starts with a zero"),
    ])
    func `refuses a million digits as an integer`(insertion: Insertion, reason: String) throws {
        let failure = failure(try sample("refund.updated", insertion, Self.digits))
        #expect(failure == DecodingFailure(reason, path: "$.data.amount"))
    }

    @Test func `keeps a million digits of a number`() throws {
        let body = try sample("customer.state_changed", Insertion(behind: #""balance":-"#), Self.digits)
        let event = WebhookEvent(id: "m", body: body)
        guard case .customer(.stateChanged(.individual(let state))) = event.payload else { throw failure(of: event) }
        let balance = try #require(state.activeMeters.first).balance
        #expect(balance.literal.utf8.count == "-1250000000.0".utf8.count + 1_000_000)
        #expect(balance.double == -.infinity)
        #expect(balance.decimal == nil)
    }

    @Test(arguments: [
        Insertion(behind: #""ticket":"#), Insertion(behind: #""ticket":4"#, "."),
        Insertion(behind: #""ticket":4"#, "e-"),
    ])
    func `keeps a million digits in metadata`(insertion: Insertion) throws {
        let ticket = try refund(try sample("refund.updated", insertion, Self.digits)).metadata["ticket"]
        guard case .number(let number) = ticket else { return #expect(Bool(false), "no number") }
        #expect(number.literal.utf8.count == "4300000000".utf8.count + insertion.before.utf8.count + 1_000_000)
        #expect(number.integer == nil)
    }

    // MARK: Damage

    @Test(arguments: ["refund.updated", "order.paid"])
    func `says where a payload ends early, wherever it is cut`(type: String) throws {
        let body = try #require(SampleEvent(type: type)).body
        for count in body.indices {
            #expect(failure(Array(body[..<count])).path.hasPrefix("$"), "cut to \(count) bytes")
        }
    }

    @Test func `says where a payload is damaged, or reads another one, whatever byte is changed`() throws {
        let body = try #require(SampleEvent(type: "refund.updated")).body
        for offset in body.indices {
            for byte in Self.damage(of: body[offset]) {
                var changed = body
                changed[offset] = byte
                let event = WebhookEvent(id: "m", body: changed)
                guard case .undecodable(let failure) = event.payload else { continue }
                #expect(failure.path.hasPrefix("$"), "\(byte) at \(offset)")
            }
        }
    }

    /// What a byte becomes: each character that JSON or UTF-8 gives a meaning, and itself with one bit changed.
    private static func damage(of byte: UInt8) -> [UInt8] {
        [0x00, 0x22, 0x2C, 0x30, 0x5B, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0x7F, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
            + (0..<8).map { byte ^ 1 << $0 }
    }
}

/// Where something hostile stands in a sample.
struct Insertion: CustomTestStringConvertible {
    let place: String
    let before: String
    let behind: String

    init(behind place: String, _ before: String = "", _ behind: String = "") {
        self.place = place
        self.before = before
        self.behind = behind
    }

    var testDescription: String { "\(place)\(before)…\(behind)" }
}
