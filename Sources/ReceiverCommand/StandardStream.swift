import Foundation
import PolarReceiver

/// The process's standard streams, written without a buffer so that lines keep their order with those of the log.
///
/// Every failed write to standard output is an error, because a script reads the exit status and not the output.
enum StandardStream {
    /// The reader of a pipe has closed it, such as `head`: the command ends without a sentence.
    struct ReaderHasGone: Error {
        /// What a shell reports of a program that SIGPIPE has ended.
        static let exitCode: Int32 = 128 + SIGPIPE
    }

    /// Prints lines for people or for the next program; characters that would steer a terminal are escaped.
    ///
    /// - Throws: ``CommandFailure`` or ``ReaderHasGone``.
    static func output(_ lines: String) throws {
        try output(bytes: Array("\(PrintableText.escaped(lines, keepsLines: true))\n".utf8))
    }

    /// Prints exact bytes, for a pipe or a file.
    ///
    /// - Throws: ``CommandFailure`` or ``ReaderHasGone``.
    static func output(bytes: [UInt8]) throws {
        do { try write(bytes, to: STDOUT_FILENO) } catch {
            guard error.code != .EPIPE else { throw ReaderHasGone() }
            throw failure(error)
        }
    }

    /// Prints a sentence for the operator, so that standard output stays free for data.
    static func error(_ lines: String) { error(text: "\(PrintableText.escaped(lines, keepsLines: true))\n") }

    /// Prints a text of our own on standard error as it is.
    static func error(text: String) {
        // The only place left to report a failure is the one that fails.
        try? write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Reports what the kernel finds only after the last write: a disk that is full, or a server that does not answer.
    ///
    /// - Throws: ``CommandFailure`` or ``ReaderHasGone``.
    static func finish() throws {
        // What `print` still holds.
        guard fflush(nil) == 0 else {
            guard errno != EPIPE else { throw ReaderHasGone() }
            throw failure(POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
        }
        if let error = closingError(of: STDOUT_FILENO) { throw failure(error) }
    }

    /// Keeps the numbers of closed streams from being given to a file or a socket, which would then get the output.
    static func reserveClosed() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // Opened the wrong way round, so that its use stays the error that it is with a closed stream.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    // MARK: Descriptors

    /// Writes all bytes, and waits where a descriptor cannot take them now.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(POSIXError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno == EAGAIN {
                waitUntilWritable(descriptor)
            } else if errno != EINTR {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        }
    }

    private static func waitUntilWritable(_ descriptor: Int32) {
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // The next write says what is the matter, if something is.
        _ = poll(&state, 1, -1)
    }

    /// The error of writing a file's content to its disk, and of closing it; nil where there is none to report.
    private static func closingError(of descriptor: Int32) -> POSIXError? {
        var facts = stat()
        if fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, fsync(descriptor) != 0 {
            return POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        // A copy is closed, because the number must not become another file's while the process ends.
        let copy = dup(descriptor)
        guard copy >= 0, close(copy) != 0, errno != EINTR else { return nil }
        return POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }

    private static func failure(_ error: POSIXError) -> CommandFailure {
        guard error.code != .EBADF else {
            return CommandFailure(
                "Cannot write to standard output: it is closed; give it a file, a pipe or a terminal."
            )
        }
        let reason = String(cString: strerror(error.code.rawValue))
        return CommandFailure(
            "Cannot write to standard output: \(reason). The output is not complete; run the command again with room for it."
        )
    }
}
