import ArgumentParser
import EventStore
import Foundation
import HTTPServer
import PolarReceiver

/// Why a command fails: one sentence with the remedy, and the exit code.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    let exitCode: ExitCode

    /// It failed; exit code 1.
    init(_ description: String) {
        self.description = description
        exitCode = .failure
    }

    /// The command line asks for what does not exist; exit code 64, as in sysexits.h.
    static func usage(_ description: String) -> CommandFailure {
        CommandFailure(description: description, exitCode: .validationFailure)
    }

    /// The configuration is wrong; exit code 78, as in sysexits.h.
    static func configuration(_ description: String) -> CommandFailure {
        CommandFailure(description: description, exitCode: ExitCode(78))
    }

    init(_ error: StoreError) {
        self.init(error.description)
    }

    init(_ error: ServerError) {
        self.init(error.description)
    }

    private init(description: String, exitCode: ExitCode) {
        self.description = description
        self.exitCode = exitCode
    }
}
