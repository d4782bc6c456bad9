import PolarReceiver

/// Why an event is not done, in one sentence for the operator.
struct ProgramError: VouchedError, Hashable {
    let description: String

    /// The sentence without what the program printed, which can be anything.
    let logText: String

    init(_ sentence: String, logText: String? = nil) {
        description = sentence
        self.logText = logText ?? sentence
    }
}
