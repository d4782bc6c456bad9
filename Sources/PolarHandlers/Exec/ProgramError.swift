/// Why an event is not done, in one sentence for the operator.
struct ProgramError: Error, Hashable, CustomStringConvertible {
    let description: String

    init(_ sentence: String) {
        description = sentence
    }
}
