import PolarReceiver
import Testing

struct SpellingTests {
    @Test(arguments: [
        ("prot", "port"), ("port", "port"), ("hots", "host"), ("log_levl", "log_level"), ("LOG_LEVEL", nil), ("", nil),
        ("something else", nil),
    ])
    func `guesses near words only`(word: String, expected: String?) {
        #expect(Spelling.nearest(to: word, among: ["host", "port", "log_level"]) == expected)
    }

    @Test func `guesses nothing among no candidates`() {
        #expect(Spelling.nearest(to: "port", among: []) == nil)
    }
}
