import PolarEvents

/// Finds the payloads in a file: the whole of it is one, or each of its lines.
enum PayloadFile {
    /// The payloads; one that is no JSON comes as it is.
    static func payloads(in content: [UInt8]) -> [[UInt8]] {
        if isJSON(content) { return [content] }
        let lines = content.split(separator: UInt8(ascii: "\n")).map(Array.init).filter { !isBlank($0) }
        // One document that is broken should give one error, not one for each of its lines.
        return lines.contains(where: isObject) ? lines : [content]
    }

    private static func isObject(_ line: [UInt8]) -> Bool {
        line.first == UInt8(ascii: "{") && isJSON(line)
    }

    private static func isJSON(_ text: [UInt8]) -> Bool {
        Envelope.scan(text.span.bytes).isJSON
    }

    private static func isBlank(_ line: [UInt8]) -> Bool {
        line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }
}
