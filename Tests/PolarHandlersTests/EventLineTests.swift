import Foundation
import Logging
import PolarReceiver
import Testing

@testable import PolarHandlers

struct EventLineTests {
    private func line(_ body: [UInt8], id: String = "msg_1") -> String {
        let delivery = Delivery(
            of: WebhookEvent(id: id, body: body),
            to: "file",
            receivedAt: Date(timeIntervalSince1970: 1_795_687_200.25),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        return String(decoding: EventLine(delivery).bytes, as: UTF8.self)
    }

    private func expected(_ head: String, _ member: String) -> String {
        #"{"webhook_id":"msg_1",\#(head),"received_at":"2026-11-26T10:00:00.250Z","endpoint":"polar",\#(member)}"#
            + "\n"
    }

    @Test func `holds the body byte by byte`() {
        let body =
            #"{"type":"order.next","timestamp":"2026-11-25T09:00:00.5Z" ,  "#
            + #""data":{"a":1.0e2,"b":"\u00e9é","a":12345678901234567890}}"#
        #expect(
            line(Array(body.utf8))
                == expected(#""type":"order.next","timestamp":"2026-11-25T09:00:00.500Z""#, #""event":\#(body)"#)
        )
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func `takes the line breaks out of printed JSON`(lineBreak: String) {
        let body = ["{", #"  "type": "a\nb","#, #"  "data": [ 1,"#, "  2 ]", "}"].joined(separator: lineBreak)
        #expect(
            line(Array(body.utf8))
                == expected(
                    #""type":"a\nb","timestamp":null"#,
                    #""event":{  "type": "a\nb",  "data": [ 1,  2 ]}"#
                )
        )
    }

    @Test(arguments: [
        ("", #""body":"""#), ("no\r\n\"JSON\"\u{1}\u{1F}\\", #""body":"no\u000d\n\"JSON\"\u0001\u001f\\""#),
        ("{\"a\":\"line\nbreak\"}", #""body":"{\"a\":\"line\nbreak\"}""#), ("{} {}", #""body":"{} {}""#),
    ])
    func `holds what is no JSON as a text`(body: String, member: String) {
        #expect(line(Array(body.utf8)) == expected(#""type":null,"timestamp":null"#, member))
    }

    @Test func `holds what is no text in Base64`() {
        let bytes: [UInt8] = [0x22, 0xFF, 0x0A, 0x22]
        #expect(line(bytes) == expected(#""type":null,"timestamp":null"#, #""body_base64":"Iv8KIg==""#))
    }

    @Test func `escapes the id`() throws {
        let line = line(Array("1".utf8), id: "a\"\\\n\u{7}é")
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["webhook_id"] as? String == "a\"\\\n\u{7}é")
        #expect(object?["event"] as? Int == 1)
        #expect(line.count { $0 == "\n" } == 1)
    }
}
