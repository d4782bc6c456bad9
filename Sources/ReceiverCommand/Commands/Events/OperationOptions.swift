import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// What the commands that change deliveries have in common.
struct OperationOptions: ParsableArguments {
    /// What a command has done.
    struct Result {
        /// The number that the operations returned.
        var changed = 0

        /// The number of messages that were gone through.
        var messages = 0
    }

    /// Messages per piece: each is one transaction, so that the intake waits for none of them for long.
    private static let largestPiece = 500

    @Flag(help: "Apply the change; without this only the number of messages is printed.")
    var yes = false

    @Flag(help: "Take all messages; needed where no filter is given, or where an id means several messages.")
    var all = false

    @Option(help: ArgumentHelp("Begin behind this row, which an interrupted run has printed.", valueName: "row"))
    var after: Int64?

    @Option(help: ArgumentHelp("The highest number of messages in a second.", valueName: "count"))
    var rate: Int?

    func validate() throws {
        guard rate.map({ $0 > 0 }) ?? true else { throw ValidationError("--rate must be at least 1.") }
        guard after.map({ $0 >= 0 }) ?? true else { throw ValidationError("--after must not be negative.") }
    }

    /// Goes through the messages that are there now, oldest first, and makes the change in pieces.
    ///
    /// - Parameter isSelected: which messages of the query are changed.
    /// - Returns: nil where the messages were only counted.
    /// - Throws: ``CommandFailure``, with the row to go on from where some messages are done.
    func perform(
        _ query: MessageQuery,
        where isSelected: (MessageRecord) -> Bool = { _ in true },
        on inbox: InboxAccess,
        _ operation: ([Int64]) -> PolarReceiver.Operation
    ) async throws -> Result? {
        let end = try await inbox.lastRow(of: query)
        var counting = try await inbox.walk(query, after: after, through: end)
        var count = 0
        while case let page = try await counting.next(Self.largestPiece), !page.isEmpty {
            count += page.count(where: isSelected)
        }
        guard yes else {
            let chosen = "\(Counted.text(count, "message")) chosen; add --yes to go on."
            try StandardStream.output(count == 0 ? "No messages match." : chosen)
            return nil
        }
        let walk = try await inbox.walk(query, after: after, through: end)
        return try await inbox.edit { editor in
            try await Interruption.heeded { interruption in
                let run = Run(options: self, count: count, editor: editor, interruption: interruption)
                return try await run.perform(walk, where: isSelected, operation)
            }
        }
    }

    /// One run through the messages.
    private struct Run {
        let options: OperationOptions
        let count: Int
        let editor: InboxEditor
        let interruption: Interruption

        func perform(
            _ walk: InboxWalk,
            where isSelected: (MessageRecord) -> Bool,
            _ operation: ([Int64]) -> PolarReceiver.Operation
        ) async throws -> Result {
            var walk = walk
            var progress = Progress(total: count)
            defer { progress.end() }
            var result = Result()
            while true {
                let (start, row) = (ContinuousClock.now, walk.row ?? 0)
                let page = try await next(&walk, after: row)
                guard !page.isEmpty else { return result }
                guard !interruption.isRequested else {
                    let done = "\(result.messages) of \(Counted.text(count, "message"))"
                    throw CommandFailure("Interrupted after \(done). \(Self.remedy(row))")
                }
                let rows = page.filter(isSelected).map(\.row)
                result.changed += try await perform(operation(rows), after: row)
                result.messages += rows.count
                progress.advance(by: rows.count)
                try await pause(since: start, messages: rows.count)
            }
        }

        private func next(_ walk: inout InboxWalk, after row: Int64) async throws -> [MessageRecord] {
            let size = min(options.rate ?? OperationOptions.largestPiece, OperationOptions.largestPiece)
            do throws(StoreError) { return try await walk.next(size) } catch {
                throw CommandFailure("\(error) \(Self.remedy(row))")
            }
        }

        private func perform(_ operation: PolarReceiver.Operation, after row: Int64) async throws -> Int {
            do { return try await editor.perform(operation).changed } catch {
                throw CommandFailure("\(error) \(Self.remedy(row))")
            }
        }

        /// Keeps to the rate, and lets a receiver start meanwhile.
        private func pause(since start: ContinuousClock.Instant, messages: Int) async throws {
            guard let rate = options.rate, messages > 0 else { return }
            await editor.release()
            try await interruption.pause(until: start + .seconds(Double(messages) / Double(rate)))
        }

        private static func remedy(_ row: Int64) -> String {
            "Go on with --after \(row): the same command with this option does the rest."
        }
    }
}
