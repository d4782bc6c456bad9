/// What is wrong with a document and where, as cheap as an error can be; ``DecodingFailure`` adds the path.
struct JSONError: Error {
    /// What is wrong, in a few words.
    let reason: StaticString

    /// Where it is wrong: an offset into the document.
    let offset: Int

    /// The member the object at ``offset`` lacks, if that is what is wrong.
    let missingMember: StaticString?

    init(_ reason: StaticString, at offset: Int) {
        self.reason = reason
        self.offset = offset
        missingMember = nil
    }

    /// The object at `offset` has no member `name`, or it is null.
    init(missing name: StaticString, at offset: Int) {
        reason = "a value is missing"
        self.offset = offset
        missingMember = name
    }
}
