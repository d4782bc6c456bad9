import Foundation
import PolarReceiver
import Testing

struct HandlerOptionsTests {
    private enum Colour: String, CaseIterable {
        case red, blue
    }

    private static let name = "handlers.my-shop.key (environment HANDLERS_MY_SHOP_KEY)"

    private func options(_ value: String?) -> HandlerOptions {
        HandlerOptions(id: "my-shop", value.map { ["key": $0] } ?? [:])
    }

    @Test(arguments: [nil, ""]) func `takes what is empty for not set`(value: String?) throws {
        let options = options(value)
        #expect(options.text("key") == nil)
        #expect(try options.integer("key", in: 1...2) == nil)
        #expect(try options.flag("key") == nil)
        #expect(try options.url("key") == nil)
        #expect(try options.secret("key") == nil)
        #expect(try options.choice("key") as Colour? == nil)
        let error = #expect(throws: HandlerOptionError.self) { try options.required("key", "a path") }
        #expect(error?.description == "The handler my-shop needs \(Self.name): set it to a path.")
    }

    @Test func `reads every kind of value`() throws {
        #expect(options("a").text("key") == "a")
        #expect(try options("7").integer("key", in: 1...9) == 7)
        #expect(try options("7").seconds("key", in: 1...9) == .seconds(7))
        #expect(try options("True").flag("key") == true)
        #expect(try options("BLUE").choice("key") == Colour.blue)
        #expect(try options("https://a.example/b").url("key")?.path() == "/b")
        #expect(try options("a b").secret("key") == "a b")
        #expect(options("a, b,c").list("key") == ["a", "b", "c"])
    }

    @Test func `reads a secret from the first line of a file`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("s e c\nother\n".utf8).write(to: file)
        #expect(try HandlerOptions(id: "a", ["key_file": file.path]).secret("key") == "s e c")
        let both = HandlerOptions(id: "a", ["key_file": file.path, "key": "x"])
        #expect(throws: HandlerOptionError("The handler a has both key and key_file; keep one of them.")) {
            try both.secret("key")
        }
        try Data().write(to: file)
        let error = #expect(throws: HandlerOptionError.self) {
            try HandlerOptions(id: "a", ["key_file": file.path]).secret("key")
        }
        #expect(error?.description.hasPrefix("Cannot read a secret in \(file.path), which handlers.a.key_file") == true)
    }

    @Test(arguments: ["  sesame ", "\"sesame\"", "\u{FEFF}sesame\n"])
    func `reads a secret without what stands around it`(text: String) throws {
        #expect(try HandlerOptions(id: "a", ["key": text]).secret("key") == "sesame")
    }

    @Test(arguments: [" ", "''", "${KEY}"]) func `refuses a secret that is none`(text: String) {
        let error = #expect(throws: HandlerOptionError.self) {
            try HandlerOptions(id: "a", ["key": text]).secret("key")
        }
        #expect(error?.description.contains("handlers.a.key") == true)
    }

    @Test func `says what is wrong without showing the value`() {
        let value = "SENSITIVE"
        let failures: [(String, () throws -> Void)] = [
            ("a whole number from 1 to 2", { _ = try self.options(value).integer("key", in: 1...2) }),
            ("a whole number from 1 to 2", { _ = try self.options("3").integer("key", in: 1...2) }),
            ("true or false", { _ = try self.options(value).flag("key") }),
            ("one of red, blue", { _ = try self.options(value).choice("key") as Colour? }),
        ]
        for (expectation, read) in failures {
            #expect(throws: HandlerOptionError("The setting \(Self.name) is not right: it must be \(expectation).")) {
                try read()
            }
        }
        for address in [value, "ftp://a", "http://", "https:///path"] {
            let error = #expect(throws: HandlerOptionError.self) { try options(address).url("key") }
            #expect(error?.description.contains(value) == false)
        }
    }

    @Test func `remembers what was asked for`() throws {
        let options = options("a")
        _ = options.text("key")
        _ = options.list("other")
        _ = try options.secret("secret")
        #expect(options.askedKeys == ["key", "other", "secret", "secret_file"])
    }
}
