import EventStore
import Foundation
import PolarReceiver
import Testing

struct ExportLineTests {
    private static func message(_ id: String, body: String = "{}") -> ArchivedMessage {
        let message = StoredMessage(
            endpoint: "polar",
            webhookID: id,
            type: "order.paid",
            timestamp: nil,
            apiVersion: nil,
            subject: nil,
            headers: [],
            receivedAt: Date(timeIntervalSince1970: 1_800_000_000),
            bodySize: body.utf8.count
        )
        return ArchivedMessage(message: message, body: Array(body.utf8), deliveries: [], attempts: [:])
    }

    private static func check(_ lines: [ExportLine]) throws -> Bool {
        var check = ExportCheck()
        for line in lines { try check.read(line) }
        try check.finish()
        return check.isUncounted
    }

    private static func numbered(_ numbers: [Int?]) -> [ExportLine] {
        numbers.map { .message(message("a"), number: $0) }
    }

    @Test func `keeps every byte of a body that would steer a terminal`() throws {
        let original = Self.message("a\u{202E}", body: "{\"name\":\"\u{9B}2J\u{7F}\u{2028}\u{E0041}\"}")
        let line = try JSONLine.text(ExportLine.message(original, number: 1))
        #expect(!line.unicodeScalars.contains { $0.steersDisplay })
        guard case .message(let read, number: 1) = try JSONDecoder().decode(ExportLine.self, from: Data(line.utf8))
        else {
            Issue.record("\(line)")
            return
        }
        #expect(read.body == original.body)
        #expect(read.message.webhookID == original.message.webhookID)
    }

    @Test func `takes whole exports, several at once and those of older versions`() throws {
        let end = try JSONLine.text(ExportLine.end(messages: 2))
        #expect(end == #"{"end_of_export":{"messages":2}}"#)
        #expect(try !Self.check(Self.numbered([1, 2]) + [.end(messages: 2)]))
        #expect(try !Self.check([.end(messages: 0)]))
        #expect(try !Self.check(Self.numbered([1]) + [.end(messages: 1)] + Self.numbered([1]) + [.end(messages: 1)]))
        #expect(try Self.check(Self.numbered([nil, nil])))
    }

    @Test(arguments: [
        (numbered([1, 2]), ExportCheck.Gap.cutOff(afterMessages: 2)),
        (numbered([1, 3]), .missingMessages(expected: 2, found: 3)),
        (numbered([2]), .missingMessages(expected: 1, found: 2)),
        (numbered([1]) + [.end(messages: 2)], .missingMessages(expected: 2, found: 1)),
        (numbered([1]) + [.end(messages: 1)] + numbered([1]), .cutOff(afterMessages: 1)), ([], .empty),
    ])
    func `notices what is missing`(lines: [ExportLine], gap: ExportCheck.Gap) {
        #expect(throws: gap) { try Self.check(lines) }
    }
}
