import Foundation
import HTTPWire
import Testing

/// One entry of the files in `Fixtures/http`, whose README describes them.
struct WireVector: Sendable, CustomTestStringConvertible {
    /// Why an entry cannot be read.
    struct Malformed: Error {
        let entry: String
    }

    let testDescription: String
    let bytes: [UInt8]
    let outcome: WireOutcome

    static func all() throws -> [WireVector] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/http")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap(vectors)
    }

    private static func vectors(in file: URL) throws -> [WireVector] {
        let topic = file.deletingPathExtension().lastPathComponent
        return try String(contentsOf: file, encoding: .utf8)
            .components(separatedBy: "\n\n")
            .map { entry in entry.split(separator: "\n").filter { !$0.hasPrefix("#") } }
            .filter { !$0.isEmpty }
            .map { try WireVector($0, topic: topic) }
    }

    private init(_ lines: [Substring], topic: String) throws {
        let malformed = Malformed(entry: lines.joined(separator: "\n"))
        guard lines.count > 2, let name = lines.first, let last = lines.last, last.hasPrefix("= ") else {
            throw malformed
        }
        var parts: [Character: [UInt8]] = [:]
        for line in lines[1..<(lines.count - 1)] {
            guard let kind = line.first, ">|+".contains(kind) else { throw malformed }
            parts[kind, default: []] += try WireText.bytes(of: line.dropFirst(2))
        }
        let (head, body) = (parts[">"] ?? [], parts["|"] ?? [])
        testDescription = "\(topic): \(name)"
        bytes = head + body + (parts["+"] ?? [])
        guard let outcome = try WireOutcome(last.dropFirst(2), head: head, body: body) else { throw malformed }
        self.outcome = outcome
    }
}

extension WireOutcome {
    /// Reads what stands behind `=` in a vector.
    fileprivate init?(_ text: Substring, head: [UInt8], body: [UInt8]) throws {
        let words = text.split(separator: " ")
        switch words.first {
        case "incomplete" where words.count == 1:
            self = .incomplete
        case "accepted":
            guard let request = try WireRequest(words.dropFirst(), head: head, body: body) else { return nil }
            self = .accepted(request)
        default:
            guard let error = HTTPParseError(rawValue: String(text)) else { return nil }
            self = .refused(error)
        }
    }
}

extension WireRequest {
    private static let methods: [Substring: RequestHead.Method] = [
        "get": .get, "head": .head, "post": .post, "put": .put, "patch": .patch, "other": .other,
    ]

    fileprivate init?(_ words: ArraySlice<Substring>, head: [UInt8], body: [UInt8]) throws {
        var words = words
        guard let method = words.popFirst().flatMap({ Self.methods[$0] }), let path = words.popFirst(),
            let framing = words.popFirst().flatMap(Self.framing)
        else { return nil }
        self.init(
            method: method,
            path: path == "-" ? "" : try Self.text(path),
            framing: framing,
            headLength: head.count,
            body: WireText.text(of: body),
            length: head.count + body.count
        )
        for word in words {
            guard try apply(word) else { return nil }
        }
    }

    private static func framing(_ word: Substring) -> RequestHead.BodyFraming? {
        switch word {
        case "none": RequestHead.BodyFraming.none
        case "chunked": .chunked
        default: word.hasPrefix("length:") ? Int(word.dropFirst(7)).map { .length($0) } : nil
        }
    }

    private static func text(_ word: Substring) throws -> String {
        WireText.text(of: try WireText.bytes(of: word))
    }

    private mutating func apply(_ word: Substring) throws -> Bool {
        switch word {
        case "close": keepsAlive = false
        case "continue": expectsContinue = true
        case _ where word.hasPrefix("x="): x = try Self.text(word.dropFirst(2))
        case _ where word.hasPrefix("body="): body = try Self.text(word.dropFirst(5))
        default: return false
        }
        return true
    }
}
