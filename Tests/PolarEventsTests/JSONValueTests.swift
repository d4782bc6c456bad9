import Testing

@testable import PolarEvents

struct JSONValueTests {
    @Test func `keeps numbers as they were written`() throws {
        let value = try JSONValue(parsing: Array("[1,1.0,1e22,100000000000000000000000000000,true]".utf8))
        guard case .array(let elements) = value else { return #expect(Bool(false), "no array") }
        let literals = elements.map { element -> String in
            if case .number(let number) = element { number.literal } else { "\(element)" }
        }
        #expect(literals == ["1", "1.0", "1e22", "100000000000000000000000000000", "bool(true)"])
        #expect(Set(elements).count == 5)
    }

    @Test func `reads integers that fit and no others`() {
        #expect(JSONNumber(checked: "9223372036854775807").integer == .max)
        #expect(JSONNumber(checked: "9223372036854775808").integer == nil)
        #expect(JSONNumber(checked: "1.0").integer == nil)
        #expect(JSONNumber(checked: "1e-7").double == 1e-7)
    }

    @Test func `takes the last of members with one name`() throws {
        let value = try JSONValue(parsing: Array(#"{"a":1,"a":"x"}"#.utf8))
        #expect(value["a"]?.text == "x")
        #expect(value["b"] == nil)
        #expect(JSONValue.null["a"] == nil)
        #expect(value.text == nil)
    }

    @Test func `undoes every escape`() throws {
        let value = try JSONValue(parsing: Array(#""\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00\u0000""#.utf8))
        #expect(value == .string("\"\\/\u{8}\u{C}\n\r\tée\u{301}".replacing("e\u{301}", with: "é") + "\u{1F600}\u{0}"))
    }

    @Test(arguments: [
        (#"{"data":{"items":[1,{"amount":tru}]}}"#, "$.data.items[1].amount: a value is expected"),
        (#"{"a":[1,2,"#, "$.a[2]: the document ends early"),
        (#"{"a\"b":x}"#, #"$.a"b: a value is expected"#),
    ])
    func `names the place of a mistake`(text: String, description: String) throws {
        let failure = #expect(throws: DecodingFailure.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(failure?.description == description)
    }

    @Test(arguments: ["", "plain", "quote \" backslash \\ slash /", "line\nbreak\ttab\r", "\u{0}\u{1F}\u{7F}", "Zoë 😀"])
    func `quotes texts so that they come back`(text: String) throws {
        #expect(try JSONValue(parsing: Array(JSONText.quoted(text).utf8)) == .string(text))
    }
}
