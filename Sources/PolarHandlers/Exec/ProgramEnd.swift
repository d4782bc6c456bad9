import PolarReceiver
import Subprocess

/// How a program ended, and what it printed last.
struct ProgramEnd: Sendable {
    /// An error's text is stored up to 1,000 characters; the sentence needs some of them.
    private static let outputLimit = 900

    let status: TerminationStatus
    let output: OutputTail

    /// Throws unless the program is done with the event.
    func verdict() throws {
        switch status {
        case .exited(0): return
        // EX_DATAERR and EX_TEMPFAIL of sysexits.h.
        case .exited(65):
            let beginning = "The program refused the event (status 65)"
            throw HandlerError.permanent(sentence(beginning), logText: beginning)
        case .exited(75): throw failure("The program asked for another attempt (status 75)")
        case .exited(let code): throw failure("The program ended with status \(code)")
        case .signaled(let signal): throw failure("The program was ended by signal \(signal)")
        }
    }

    private func failure(_ beginning: String) -> ProgramError {
        ProgramError(sentence(beginning), logText: beginning)
    }

    private func sentence(_ beginning: String) -> String {
        let text = output.text(limit: Self.outputLimit)
        return text.isEmpty ? "\(beginning) and printed nothing" : "\(beginning): \(text)"
    }
}
