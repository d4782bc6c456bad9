import Foundation
import PolarEvents
import Testing

struct DecimalTextTests {
    @Test(
        arguments: [
            ("0.500000000000", "0.5"), ("12", "12"), ("-0.01", "-0.01"), ("1E+2", "100"), ("0E-12", "0"),
            ("1e2", "100"),
        ]
    )
    func `has the value that is written`(text: String, value: String) throws {
        #expect(DecimalText(text).decimal == Decimal(string: value))
        #expect("\(DecimalText(text))" == text)
    }

    @Test(arguments: [
        "", "12abc", "abc", "1.", ".5", "1,5", " 1", "1 ", "1e", "--1", "NaN", "Infinity", "٣", "0x10", "1_0",
    ])
    func `has no value where the text is no number`(text: String) {
        #expect(DecimalText(text).decimal == nil)
    }
}
