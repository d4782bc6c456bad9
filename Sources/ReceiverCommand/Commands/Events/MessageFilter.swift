import ArgumentParser
import EventStore
import Foundation

/// The options that choose messages.
struct MessageFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only this event type, or all like 'order.*'; may be repeated.", valueName: "type"))
    var type: [String] = []

    @Option(help: ArgumentHelp("Only events about this, such as customer:<id>.", valueName: "subject"))
    var subject: String?

    @Option(help: ArgumentHelp("Only webhook ids that begin so.", valueName: "prefix"))
    var id: String?

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

    var query: MessageQuery {
        var query = MessageQuery()
        query.types = type.map(TypePattern.init(rawValue:))
        query.subject = subject
        query.idPrefix = id
        query.handler = handler.map(HandlerID.init(rawValue:))
        query.states = Set(state)
        query.receivedFrom = since
        query.receivedBefore = until
        return query
    }

    /// Whether nothing is chosen, so that everything is.
    var isEmpty: Bool { query == MessageQuery() }
}
