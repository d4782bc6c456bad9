import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// `polar-receiver events import`.
struct EventsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over what 'events export' printed.",
        discussion: """
            Deliveries keep the state they had: what was done is not done again, what was open runs. Messages whose ids are \
            in the inbox already are left out, so an interrupted import can be started again. A file is checked before \
            anything of it is imported; standard input is checked as it comes.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Import what there is of an export that is not complete.")
    var partial = false

    @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"))
    var file: String

    func run() async throws {
        let database = try await options.load().database
        var export = try ExportReader(file, isPartial: partial)
        if try ExportReader.isRegularFile(file) {
            var check = export
            while try !check.nextPiece().isEmpty {}
            export = try ExportReader(file, isPartial: partial)
        }
        let result = try await InboxAccess.edit(database) { editor in
            try await Interruption.heeded { try await take(from: &export, into: editor, until: $0) }
        }
        if export.isUncounted {
            StandardStream.error(
                "Warning: \(file) has no line that counts its messages, as exports of older versions; it may be cut off."
            )
        }
        try StandardStream.output(result.sentence)
    }

    /// What an import has done so far.
    private struct Result {
        var stored = 0
        var messages = 0

        var sentence: String {
            let counts = "Imported \(stored) of \(Counted.text(messages, "message"))"
            return switch messages - stored {
            case 0: "\(counts)."
            case messages: "\(counts); \(messages == 1 ? "it was" : "all were") there already."
            case 1: "\(counts); the other was there already."
            default: "\(counts); the others were there already."
            }
        }
    }

    private func take(
        from export: inout ExportReader,
        into editor: InboxEditor,
        until interruption: Interruption
    ) async throws -> Result {
        var result = Result()
        while true {
            do {
                let piece = try export.nextPiece()
                guard !piece.isEmpty else { return result }
                guard !interruption.isRequested else { throw CommandFailure("Interrupted.") }
                result.stored += try await editor.perform(.restore(piece)).changed
                result.messages += piece.count
            } catch {
                guard result.messages > 0 else { throw error }
                throw CommandFailure("\(error) \(result.sentence) Run it again: messages in the inbox are left out.")
            }
        }
    }
}

/// Reads the messages of an export in pieces, and notices what is missing.
private struct ExportReader {
    /// The size of the lines that are stored in one transaction, in bytes.
    private static let pieceSize = 4 << 20

    private let name: String
    private let isPartial: Bool
    private var lines: LineReader
    private var check = ExportCheck()

    init(_ name: String, isPartial: Bool) throws {
        self.name = name
        self.isPartial = isPartial
        lines = try LineReader(name)
    }

    /// Whether an export can be read twice.
    static func isRegularFile(_ name: String) throws -> Bool {
        var facts = stat()
        return name != "-" && stat(name, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }

    /// Whether lines of an older version were among those that were read.
    var isUncounted: Bool { check.isUncounted }

    /// The next messages, none after the last.
    ///
    /// - Throws: ``CommandFailure``.
    mutating func nextPiece() throws -> [ArchivedMessage] {
        var piece: [ArchivedMessage] = []
        var size = 0
        do {
            while size < Self.pieceSize {
                guard let text = try lines.next() else {
                    if piece.isEmpty, !isPartial { try check.finish() }
                    return piece
                }
                guard !text.isEmpty else { continue }
                size += text.count
                let line = try line(text)
                if !isPartial { try check.read(line) }
                if case .message(let message, _) = line { piece.append(message) }
            }
            return piece.isEmpty ? try nextPiece() : piece
        } catch let gap as ExportCheck.Gap {
            throw failure(gap)
        }
    }

    private func line(_ text: Data) throws -> ExportLine {
        do { return try JSONDecoder().decode(ExportLine.self, from: text) } catch {
            throw CommandFailure(
                """
                Line \(lines.number) of \(name) is no message of 'events export'; export again if the export was cut off there, \
                or correct the line.
                """
            )
        }
    }

    private func failure(_ gap: ExportCheck.Gap) -> CommandFailure {
        let remedy = "Export again, or import what there is with --partial."
        return switch gap {
        case .empty: CommandFailure("\(name) is empty: even an export of no messages ends with a line. \(remedy)")
        case .cutOff(let count):
            CommandFailure("The export \(name) was cut off after \(Counted.text(count, "message")). \(remedy)")
        case .missingMessages(let expected, let found):
            CommandFailure(
                "Messages are missing before line \(lines.number) of \(name): \(found) instead of \(expected). \(remedy)"
            )
        }
    }
}
