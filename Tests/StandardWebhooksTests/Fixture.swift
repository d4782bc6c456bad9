import Foundation

/// Files in Tests/Fixtures/signatures.
enum Fixture {
    /// One value for each line of a file of JSON lines.
    static func lines<Value: Decodable>(of name: String, as type: Value.Type) throws -> [Value] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Fixtures/signatures/\(name)"), encoding: .utf8)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try text.split(separator: "\n").map { try decoder.decode(Value.self, from: Data($0.utf8)) }
    }
}
