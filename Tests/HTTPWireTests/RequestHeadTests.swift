import HTTPWire
import Testing

struct RequestHeadTests {
    private static let bytes = Array(
        """
        GET / HTTP/1.1\r
        Host: a\r
        WebHook-ID: \t one two \r
        Empty:\r
        Twice: x\r
        twice: y\r
        Twice-As: z\r
        \r

        """.utf8
    )

    private let head: RequestHead

    init() throws {
        var parser = RequestParser(limits: HTTPLimits())
        _ = try parser.parse(Self.bytes.span.bytes)
        head = parser.head
    }

    @Test func `finds a field whatever the case of its name`() {
        #expect(head.value(of: "webhook-id", in: Self.bytes.span.bytes) == "one two")
    }

    @Test func `tells an empty field from an absent one`() {
        #expect(head.value(of: "empty", in: Self.bytes.span.bytes) == "")
        #expect(head.field("missing", in: Self.bytes.span.bytes) == .absent)
    }

    @Test func `does not choose among repeated fields`() {
        #expect(head.field("twice", in: Self.bytes.span.bytes) == .repeated)
    }

    @Test(arguments: ["twic", "wice", "twice-a", "webhook_id", "host:", ""] as [StaticString])
    func `finds nothing by a part of a name`(name: StaticString) {
        #expect(head.field(name, in: Self.bytes.span.bytes) == .absent)
    }

    @Test func `counts its fields`() {
        #expect(head.fieldCount == 6)
    }
}
