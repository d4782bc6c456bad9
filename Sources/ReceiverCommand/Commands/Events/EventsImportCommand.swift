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
            in the inbox already are left out, so an interrupted import can be started again.
            """
    )

    /// The size of the lines that are stored in one transaction, in bytes.
    private static let pieceSize = 4 << 20

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"))
    var file: String

    func run() async throws {
        var lines = try LineReader(file)
        let database = try await options.load().database
        let (stored, count) = try await InboxAccess.edit(database) { try await take(from: &lines, into: $0) }
        StandardStream.output("Imported \(stored) of \(Counted.messages(count)); the others were there already.")
    }

    private func take(from lines: inout LineReader, into editor: InboxEditor) async throws -> (Int, Int) {
        var (stored, count) = (0, 0)
        while true {
            let piece = try nextPiece(of: &lines)
            guard !piece.isEmpty else { return (stored, count) }
            stored += try await editor.perform(.restore(piece)).changed
            count += piece.count
        }
    }

    private func nextPiece(of lines: inout LineReader) throws -> [ArchivedMessage] {
        var piece: [ArchivedMessage] = []
        var size = 0
        while size < Self.pieceSize, let line = try lines.next() {
            size += line.count
            if !line.isEmpty { piece.append(try message(line, number: lines.number)) }
        }
        return piece
    }

    private func message(_ line: Data, number: Int) throws -> ArchivedMessage {
        do { return try JSONDecoder().decode(ArchivedMessage.self, from: line) } catch {
            throw CommandFailure(
                "Line \(number) of \(file) is no message of 'events export'; correct it and import the file again."
            )
        }
    }
}
