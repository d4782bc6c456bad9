import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// The options that choose messages.
struct MessageFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only this event type, or all like 'order.*'; may be repeated.", valueName: "type"))
    var type: [String] = []

    @Option(help: ArgumentHelp("Only events about this, such as customer:<id>.", valueName: "subject"))
    var subject: String?

    @Option(
        help: ArgumentHelp("Only the message with this webhook id, or those whose ids begin so.", valueName: "id")
    )
    var id: String?

    @Option(help: ArgumentHelp("Only messages that this endpoint took.", valueName: "endpoint"))
    var endpoint: String?

    @Option(help: ArgumentHelp("Only messages with a delivery to this handler.", valueName: "handler"))
    var handler: String?

    @Option(
        help: ArgumentHelp(
            "Only messages with a delivery in this state: \(DeliveryState.allCases.map(\.rawValue).joined(separator: ", ")); may be repeated.",
            valueName: "state"
        )
    )
    var state: [DeliveryState] = []

    @Option(
        help: ArgumentHelp(
            "Only messages that arrived since then: a timestamp, or an age such as 90m, 2h, 3d.",
            valueName: "time"
        ),
        transform: MomentText.date
    )
    var since: Date?

    @Option(
        help: ArgumentHelp("Only messages that arrived before then.", valueName: "time"),
        transform: MomentText.date
    )
    var until: Date?

    func validate() throws {
        for pattern in conditions.types {
            if let problem = QueryCheck.syntaxProblem(of: pattern) { throw ValidationError(problem) }
        }
    }

    /// Whether nothing is chosen, so that everything is.
    var isEmpty: Bool { conditions == MessageQuery() }

    /// The query as given, for messages that are still to come; unknown types get a warning, because Polar may have new ones.
    ///
    /// - Throws: ``CommandFailure`` for a handler or an endpoint that does not exist.
    func queryForNewMessages(in inbox: InboxAccess, _ settings: Settings) async throws -> MessageQuery {
        let (names, types) = try await problems(in: inbox, settings)
        if let problem = names.first { throw CommandFailure.usage(problem) }
        for problem in types { StandardStream.error("Warning: \(problem)") }
        return conditions
    }

    /// The query for messages that are in the inbox.
    ///
    /// An id means the message that has it, and only if there is none those whose ids begin so.
    ///
    /// - Parameter takesSeveral: whether an id may mean several messages.
    /// - Throws: ``CommandFailure`` for a name that does not exist.
    func query(in inbox: InboxAccess, _ settings: Settings, takesSeveral: Bool = true) async throws -> MessageQuery {
        let (names, types) = try await problems(in: inbox, settings)
        if let problem = (names + types).first { throw CommandFailure.usage(problem) }
        return try await inbox.exact(conditions, takesSeveral: takesSeveral)
    }

    private func problems(in inbox: InboxAccess, _ settings: Settings) async throws -> (
        names: [String], types: [String]
    ) {
        // The modules are made only where one is asked for: a listing must not fail for another part of the configuration.
        let handlers = handler == nil ? [] : try settings.modules().map(\.id.rawValue)
        let check = QueryCheck(inbox.inboxReader, handlers: handlers, endpoints: settings.endpoints.map(\.name))
        do throws(StoreError) {
            return (try await check.nameProblems(conditions), try await check.typeProblems(conditions))
        } catch {
            throw CommandFailure(error)
        }
    }

    private var conditions: MessageQuery {
        var query = MessageQuery()
        query.types = type.map(TypePattern.init(rawValue:))
        query.subject = subject
        query.idPrefix = id
        query.endpoint = endpoint
        query.handler = handler.map(HandlerID.init(rawValue:))
        query.states = Set(state)
        query.receivedFrom = since
        query.receivedBefore = until
        return query
    }
}
