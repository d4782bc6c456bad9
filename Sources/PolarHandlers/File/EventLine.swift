import Foundation
import PolarReceiver

/// The line of a delivery: the facts about the message, and the body as it came where that is possible.
struct EventLine {
    /// The line with its end.
    let bytes: [UInt8]

    init(_ delivery: Delivery) {
        var line: [UInt8] = []
        line.reserveCapacity(delivery.body.count + 256)
        Self.append("webhook_id", delivery.webhookID, to: &line)
        Self.append("type", delivery.event.type?.rawValue, to: &line)
        Self.append("timestamp", delivery.event.timestamp?.lineText, to: &line)
        Self.append("received_at", delivery.receivedAt.lineText, to: &line)
        Self.append("endpoint", delivery.endpoint, to: &line)
        Self.appendBody(of: delivery.event, to: &line)
        bytes = line + Array("}\n".utf8)
    }

    private static func appendBody(of event: WebhookEvent, to line: inout [UInt8]) {
        if isJSON(event) {
            append("event", to: &line)
            line += onOneLine(event.body)
        } else if let text = String(validating: event.body, as: UTF8.self) {
            append("body", text, to: &line)
        } else {
            append("body_base64", Data(event.body).base64EncodedString(), to: &line)
        }
    }

    private static func append(_ name: String, _ value: String?, to line: inout [UInt8]) {
        append(name, to: &line)
        line += value?.jsonText ?? Array("null".utf8)
    }

    /// Appends the name of a member.
    private static func append(_ name: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: line.isEmpty ? "{" : ","))
        line += name.jsonText
        line.append(UInt8(ascii: ":"))
    }

    /// Whether the body is a JSON document; what was decoded was checked then.
    private static func isJSON(_ event: WebhookEvent) -> Bool {
        guard case .undecodable = event.payload else { return true }
        return (try? JSONValue(parsing: event.body)) != nil
    }

    /// A JSON document without line breaks.
    ///
    /// RFC 8259 allows line breaks between tokens only; in strings they are escaped.
    private static func onOneLine(_ document: [UInt8]) -> [UInt8] {
        let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        return document.contains(where: isBreak) ? document.filter { !isBreak($0) } : document
    }
}

extension Date {
    /// In UTC, to the millisecond.
    var lineText: String { Timestamp(self).millisecondText }
}

extension String {
    /// The text as a JSON string, with its quotation marks.
    fileprivate var jsonText: [UInt8] {
        var text: [UInt8] = [UInt8(ascii: "\"")]
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): text += Array(#"\n"#.utf8)
            case 0..<0x10: text += Array("\\u000\(String(byte, radix: 16))".utf8)
            case 0x10..<0x20: text += Array("\\u00\(String(byte, radix: 16))".utf8)
            default: text.append(byte)
            }
        }
        return text + [UInt8(ascii: "\"")]
    }
}
