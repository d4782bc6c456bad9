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

    /// Written by hand, because it is done for every message: an encoder takes longer than all the rest of an append.
    var json: String {
        var text = "["
        for header in headers {
            if text.utf8.count > 1 { text += "," }
            text += "["
            Self.append(header.name, to: &text)
            text += ","
            Self.append(header.value, to: &text)
            text += "]"
        }
        return text + "]"
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\0"..<" ": text += "\\u" + String(scalar.value + 0x1_0000, radix: 16).dropFirst()
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
