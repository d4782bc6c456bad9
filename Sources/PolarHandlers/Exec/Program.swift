import Foundation
import Subprocess
import SystemPackage

/// A program that can be run any number of times, also side by side.
struct Program: Sendable {
    /// As much as any pipe holds without a privilege (`/proc/sys/fs/pipe-max-size`).
    private static let pipeLimit = 1 << 20

    private let path: String
    private let arguments: [String]
    private let directory: String?
    private let grace: Duration
    private let running = RunningPrograms()

    /// - Parameter grace: how long a program has after SIGTERM before SIGKILL.
    init(path: String, arguments: [String], directory: String?, grace: Duration) {
        // The program starts in another folder, where a relative path means something else.
        self.path = URL(filePath: path).path
        self.arguments = arguments
        self.directory = directory.map { URL(filePath: $0).path }
        self.grace = grace
    }

    /// Says what keeps the program from being started, if anything.
    func check() throws(ProgramError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ProgramError("There is no program \(path)")
        }
        guard !isFolder.boolValue, access(path, X_OK) == 0 else {
            throw ProgramError("The file \(path) is not a program that this user may run")
        }
        guard let directory else { return }
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder), isFolder.boolValue,
            access(directory, X_OK) == 0
        else { throw ProgramError("There is no folder \(directory) that this user may run a program in") }
    }

    /// What keeps the file from being run, as far as its first line tells.
    var fault: String? { ScriptFault(path: path)?.description }

    /// Returns once no run is left.
    func waitForEnd() async {
        await running.waitForEnd()
    }

    /// Runs the program to its end; a cancelled task ends it, and what it started in its process group.
    func run(input: [UInt8], environment: [String: String]) async throws -> ProgramEnd {
        try await running.run { try await start(input, environment) }
    }

    private func start(_ input: [UInt8], _ environment: [String: String]) async throws -> ProgramEnd {
        var group: ProcessGroup?
        do {
            let result = try await Subprocess.run(
                configuration(environment),
                input: .inputWriter,
                output: .sequence,
                error: .combinedWithOutput
            ) { execution in
                let own = ProcessGroup(leader: execution.processIdentifier.value)
                group = own
                return try await running.watch(own) { try await converse(input, execution, own) }
            }
            // For the children of a program that closes its output long before its end.
            await endIfCancelled(group)
            return ProgramEnd(status: result.terminationStatus, output: result.closureResult)
        } catch {
            await endIfCancelled(group)
            throw sentence(for: error)
        }
    }

    private func endIfCancelled(_ group: ProcessGroup?) async {
        guard Task.isCancelled, let group else { return }
        _ = try? await running.watch(group) { await group.end(within: grace) }  // never throws
    }

    /// A session of its own is a process group of its own too, and takes away the terminal, where a program could wait.
    private func configuration(_ environment: [String: String]) -> Configuration {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: grace)]
        return Configuration(
            executable: .path(FilePath(path)),
            arguments: Arguments(arguments),
            environment: .custom(.init(uniqueKeysWithValues: environment.map { (.init(stringLiteral: $0), $1) })),
            workingDirectory: directory.map { FilePath($0) },
            platformOptions: options
        )
    }

    /// Why the program could not be started or watched.
    private func sentence(for error: any Error) -> any Error {
        guard let error = error as? SubprocessError else { return error }
        do { try check() } catch { return error }
        let cause = fault ?? error.underlyingError.map { "\($0)" } ?? "\(error.code)"
        return ProgramError("Cannot run the program \(path): \(cause)")
    }

    // MARK: Input and output

    /// Writes the input, and reads the output, which it returns.
    private func converse(
        _ input: [UInt8],
        _ execution: Execution<CustomWriteInput, SequenceOutput, CombinedErrorOutput>,
        _ group: ProcessGroup
    ) async throws -> OutputTail {
        async let writing: Void = write(input, to: execution.standardInputWriter)
        let output = try await read(execution.standardOutput, of: group)
        await writing
        // The pipe is closed on return; whoever prints a last word before that must not be killed by SIGPIPE.
        if Task.isCancelled { await group.end(within: grace) }
        return output
    }

    /// A program that ends, or closes its input, without reading it has its reasons.
    private func write(_ input: [UInt8], to writer: StandardInputWriter) async {
        _ = try? await writer.write(input)
        try? await writer.finish()
    }

    /// Reads to the end of the output; once the program has ended, only what it can have left in the pipe.
    ///
    /// A child that outlives the program may hold the pipe open, and print for ever.
    private func read(_ output: SubprocessOutputSequence, of group: ProcessGroup) async throws -> OutputTail {
        var tail = OutputTail()
        var rest = Self.pipeLimit
        for try await block in output {
            block.withUnsafeBytes { tail.append($0) }
            if group.leaderHasEnded { rest -= block.count }
            if rest <= 0 { break }
        }
        return tail
    }
}
