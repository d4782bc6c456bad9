import EventStore
import Foundation

/// The headers of a message as they are stored: `[["name","value"],…]`.
struct HeaderList {
    let headers: [MessageHeader]

    init(_ headers: [MessageHeader]) {
        self.headers = headers
    }

    init(json: String) throws {
        headers = try JSONDecoder().decode([[String]].self, from: Data(json.utf8)).map { pair in
            guard let name = pair.first, let value = pair.last, pair.count == 2 else {
                throw StoreError.damaged("messages", cause: "a header is no pair")
            }
            return MessageHeader(name: name, value: value)
        }
    }

    /// Headers that are parsed when they are asked for; none where they cannot be.
    static func deferred(json: String) -> DeferredHeaders {
        DeferredHeaders { (try? HeaderList(json: json))?.headers ?? [] }
    }

    /// Written by hand, because it is done for every message: an encoder takes longer than all the rest of an append.
    var json: String {
        var text: [UInt8] = []
        text.reserveCapacity(headers.reduce(2) { $0 + $1.name.utf8.count + $1.value.utf8.count + 8 })
        text.append(UInt8(ascii: "["))
        for header in headers {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            text.append(UInt8(ascii: "["))
            Self.append(header.name, to: &text)
            text.append(UInt8(ascii: ","))
            Self.append(header.value, to: &text)
            text.append(UInt8(ascii: "]"))
        }
        text.append(UInt8(ascii: "]"))
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ value: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        if value.utf8.contains(where: mustBeEscaped) {
            for byte in value.utf8 { appendEscaped(byte, to: &text) }
        } else {
            text.append(contentsOf: value.utf8)
        }
        text.append(UInt8(ascii: "\""))
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func appendEscaped(_ byte: UInt8, to text: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
        case ..<0x20: text += "\\u\(String(UInt32(byte) + 0x1_0000, radix: 16).dropFirst())".utf8
        default: text.append(byte)
        }
    }
}
