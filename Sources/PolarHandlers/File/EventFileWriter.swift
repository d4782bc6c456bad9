import Foundation
import Logging

/// Does the work of an ``EventFile``, one write at a time.
actor EventFileWriter {
    private let path: String
    private let rule: RotationRule
    private let syncs: Bool
    private let now: @Sendable () -> Date
    private let rotation: RotatedFiles

    private var file: AppendedFile?
    private var outcomes: [Int: Result<Void, FileError>] = [:]

    init(path: String, rule: RotationRule, syncs: Bool, now: @escaping @Sendable () -> Date) {
        // Against a change of the working directory.
        self.path = URL(filePath: path).path
        self.rule = rule
        self.syncs = syncs
        self.now = now
        rotation = RotatedFiles(of: self.path)
    }

    func open() throws {
        _ = try current()
    }

    func close() {
        file = nil
    }

    /// Ends what a ticket stands for: its line was written with an earlier one, or is written now with all that wait.
    func finish(_ ticket: Int, logger: Logger, _ takeAll: @Sendable () -> [(ticket: Int, line: [UInt8])]) throws {
        if outcomes[ticket] == nil {
            let batch = takeAll()
            let outcome = Result { () throws(FileError) in try write(batch.map(\.line), logger: logger) }
            for (ticket, _) in batch { outcomes[ticket] = outcome }
        }
        try outcomes.removeValue(forKey: ticket)?.get()
    }

    // MARK: Writing

    private func write(_ lines: [[UInt8]], logger: Logger) throws(FileError) {
        do throws(FileError) {
            let file = try current(before: lines.reduce(0) { $0 + $1.count }, logger: logger)
            try file.append(Array(lines.joined()), syncs: syncs)
            // What logrotate moved away keeps the lines; what somebody deleted does not.
            guard try file.status().linkCount > 0 else { throw FileError("The file \(path) was deleted meanwhile") }
        } catch {
            // A file that failed once is looked at anew, its end included.
            self.file = nil
            throw error
        }
    }

    /// The file that is at the path now.
    private func current() throws(FileError) -> AppendedFile {
        if let file, try AppendedFile.place(of: path) == file.status().place { return file }
        file = nil
        let opened = try AppendedFile(path: path)
        file = opened
        return opened
    }

    /// The file to append so many bytes to; a new one where the rule says so.
    private func current(before count: Int, logger: Logger) throws(FileError) -> AppendedFile {
        let file = try current()
        let status = try file.status()
        let moment = now()
        let isFull = rule.ends(fileOf: status.size, writtenAt: status.lastWrite, now: moment, before: count)
        guard isFull else { return file }
        try rotation.rotate(at: moment)
        self.file = nil
        let next = try current()
        if let keep = rule.keep { rotation.remove(allBut: keep, logger: logger) }
        return next
    }
}
