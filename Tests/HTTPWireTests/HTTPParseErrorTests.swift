import HTTPWire
import Testing

struct HTTPParseErrorTests {
    @Test(arguments: [
        (HTTPParseError.malformedRequestLine, 400), (.malformedTarget, 400), (.bareLineEnd, 400),
        (.malformedField, 400), (.foldedField, 400), (.invalidHost, 400), (.invalidContentLength, 400),
        (.ambiguousLength, 400), (.malformedChunk, 400), (.lengthRequired, 411), (.bodyTooLarge, 413),
        (.requestLineTooLong, 414), (.unknownExpectation, 417), (.headerTooLarge, 431),
        (.unknownTransferCoding, 501), (.unknownMethod, 501), (.unknownVersion, 505),
    ])
    func `has the status of the RFC`(error: HTTPParseError, status: Int) {
        #expect(error.status == status)
    }

    @Test(arguments: HTTPParseError.allCases)
    func `has a reason in snake case`(error: HTTPParseError) {
        #expect(error.reason.wholeMatch(of: #/[a-z]+(_[a-z]+)+/#) != nil)
    }
}
