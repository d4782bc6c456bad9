import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// What the commands that change deliveries have in common.
struct OperationOptions: ParsableArguments {
    /// Messages per piece: each is one transaction, so that the intake waits for none of them for long.
    private static let largestPiece = 500

    @Flag(help: "Do it; without this only the number of messages is told.")
    var yes = false

    @Option(help: ArgumentHelp("Begin behind this row, which an interrupted run has printed.", valueName: "row"))
    var after: Int64?

    @Option(help: ArgumentHelp("The highest number of messages in a second.", valueName: "count"))
    var rate: Int?

    func validate() throws {
        guard rate.map({ $0 > 0 }) ?? true else { throw ValidationError("--rate must be at least 1.") }
    }

    /// Goes through the messages, oldest first, and makes the change in pieces.
    ///
    /// - Parameter isMeant: which messages of the query are changed.
    /// - Returns: what was changed and the messages that were gone through; nil when that was only tried.
    func perform(
        _ query: MessageQuery,
        where isMeant: (MessageRecord) -> Bool = { _ in true },
        on inbox: InboxAccess,
        _ operation: ([Int64]) -> PolarReceiver.Operation
    ) async throws -> (changed: Int, messages: String)? {
        let count = try await inbox.count(query, where: isMeant, after: after)
        let messages = Counted.messages(count)
        guard yes else {
            StandardStream.output("\(messages) chosen; add --yes to go on.")
            return nil
        }
        let changed = try await inbox.edit { editor in
            try await perform(query, where: isMeant, count: count, on: inbox, with: editor, operation)
        }
        return (changed, messages)
    }

    private func perform(
        _ query: MessageQuery,
        where isMeant: (MessageRecord) -> Bool,
        count: Int,
        on inbox: InboxAccess,
        with editor: InboxEditor,
        _ operation: ([Int64]) -> PolarReceiver.Operation
    ) async throws -> Int {
        var progress = Progress(total: count)
        defer { progress.end() }
        var changed = 0
        var row = after
        while true {
            let start = ContinuousClock.now
            let page = try await inbox.page(query, MessagePage(.oldestFirst, after: row, limit: pieceSize))
            guard let last = page.last?.row else { return changed }
            let rows = page.filter(isMeant).map(\.row)
            do { changed += try await editor.perform(operation(rows)).changed } catch {
                throw CommandFailure("\(error) Go on with --after \(row ?? 0).")
            }
            row = last
            progress.advance(by: rows.count)
            if let rate { try await Task.sleep(until: start + .seconds(Double(rows.count) / Double(rate))) }
        }
    }

    private var pieceSize: Int { min(rate ?? Self.largestPiece, Self.largestPiece) }
}
