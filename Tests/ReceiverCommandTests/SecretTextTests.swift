import Foundation
import Testing

@testable import ReceiverCommand

struct SecretTextTests {
    @Test(arguments: [
        ("one", ["one"]), ("one two", ["one two", "one", "two"]), ("one,two", ["one,two", "one", "two"]),
        (" one\n", [" one\n", "one"]), ("one, two", ["one, two", "one", "two"]), (",", [","]),
    ])
    func `takes a variable whole and in parts`(text: String, expected: [String]) throws {
        #expect(try SecretText.inEnvironment(["POLAR_WEBHOOK_SECRET": text]) == expected)
    }

    @Test func `finds nothing where nothing is set`() throws {
        #expect(try SecretText.inEnvironment([:]) == nil)
        #expect(try SecretText.inEnvironment(["POLAR_WEBHOOK_SECRET_FILE": ""]) == nil)
    }

    @Test func `takes the lines of a file verbatim`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(" one, two \r\n\n\"three\"\n".utf8).write(to: file)
        #expect(try SecretText.lines(ofFile: file.path) == [" one, two ", "\"three\""])
        let environment = ["POLAR_WEBHOOK_SECRET": "zero", "POLAR_WEBHOOK_SECRET_FILE": file.path]
        #expect(try SecretText.inEnvironment(environment) == ["zero", " one, two ", "\"three\""])
        try Data("\n\n".utf8).write(to: file)
        #expect(throws: CommandFailure.self) { try SecretText.lines(ofFile: file.path) }
    }
}
