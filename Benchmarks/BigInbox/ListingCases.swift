import EventStore
import Foundation

/// One listing for each filter, with values that the inbox has.
struct ListingCases {
    private let oldest: MessageRecord
    let middle: MessageRecord
    private let newest: MessageRecord

    init(inbox: some InboxReader) async throws {
        let all = MessageQuery()
        guard let newest = try await inbox.messages(limit: 1).first,
            let oldest = try await inbox.messages(all, MessagePage(.oldestFirst, limit: 1)).first,
            let middle = try await inbox.messages(all, MessagePage(after: (oldest.row + newest.row) / 2, limit: 1))
                .first
        else { throw BenchmarkError("The inbox has too few messages.") }
        self.oldest = oldest
        self.middle = middle
        self.newest = newest
    }

    var all: [ListingCase] {
        [ListingCase("none") { _ in }] + byType + bySubject + byID + byState + byHandler + byStateAndType + since
            + until
            + within
    }

    private var byType: [ListingCase] {
        [
            ListingCase("type, frequent") { $0.types = [InboxShape.frequentType] },
            ListingCase("type, rare") { $0.types = [InboxShape.rareType] },
            ListingCase("type, absent") { $0.types = ["order.lost"] },
            ListingCase("type `order.*`") { $0.types = ["order.*"] },
            ListingCase("type `lost.*`, absent") { $0.types = ["lost.*"] },
        ]
    }

    private var bySubject: [ListingCase] {
        [
            ListingCase("subject") { $0.subject = middle.message.subject },
            ListingCase("subject, absent") { $0.subject = "customer:nobody" },
            ListingCase("subject and type") {
                $0.subject = middle.message.subject
                $0.types = [InboxShape.frequentType]
            },
        ]
    }

    private var byID: [ListingCase] {
        let id = middle.message.webhookID
        return [36, 8, 3, 1].map { length in
            ListingCase("id, \(length) characters") { $0.idPrefix = String(id.prefix(length)) }
        } + [
            ListingCase("id, absent") { $0.idPrefix = "nothing" },
            ListingCase("id, 1 character, and type, rare") {
                $0.idPrefix = String(id.prefix(1))
                $0.types = [InboxShape.rareType]
            },
        ]
    }

    private var byState: [ListingCase] {
        DeliveryState.allCases.map { state in ListingCase("state \(state.rawValue)") { $0.states = [state] } }
    }

    private var byHandler: [ListingCase] {
        [
            ListingCase("handler") { $0.handler = InboxShape.handler },
            ListingCase("handler, absent") { $0.handler = "nobody" },
            ListingCase("handler and state dead") {
                $0.handler = InboxShape.handler
                $0.states = [.dead]
            },
            ListingCase("handler and type, frequent") {
                $0.handler = InboxShape.handler
                $0.types = [InboxShape.frequentType]
            },
            ListingCase("handler, absent, and type, frequent") {
                $0.handler = "nobody"
                $0.types = [InboxShape.frequentType]
            },
        ]
    }

    private var byStateAndType: [ListingCase] {
        let states: [DeliveryState] = [.dead, .superseded, .succeeded]
        return states.flatMap { state in
            [("frequent", InboxShape.frequentType), ("rare", InboxShape.rareType)].map { name, type in
                ListingCase("state \(state.rawValue) and type, \(name)") {
                    $0.states = [state]
                    $0.types = [type]
                }
            }
        }
    }

    private var since: [ListingCase] {
        [
            ListingCase("since the first hour") { $0.receivedFrom = oldest.message.receivedAt + 3_600 },
            ListingCase("since the middle") { $0.receivedFrom = middle.message.receivedAt },
            ListingCase("since the last hour") { $0.receivedFrom = newest.message.receivedAt - 3_600 },
            ListingCase("since tomorrow") { $0.receivedFrom = newest.message.receivedAt + 86_400 },
        ]
    }

    private var until: [ListingCase] {
        [
            ListingCase("until before the first hour") { $0.receivedBefore = oldest.message.receivedAt - 3_600 },
            ListingCase("until the first hour") { $0.receivedBefore = oldest.message.receivedAt + 3_600 },
            ListingCase("until the middle") { $0.receivedBefore = middle.message.receivedAt },
            ListingCase("until the last hour") { $0.receivedBefore = newest.message.receivedAt - 3_600 },
        ]
    }

    private var within: [ListingCase] {
        let hour = { (query: inout MessageQuery) in
            query.receivedFrom = middle.message.receivedAt
            query.receivedBefore = middle.message.receivedAt + 3_600
        }
        return [
            ListingCase("an hour", hour),
            ListingCase("an hour and type, frequent") {
                hour(&$0)
                $0.types = [InboxShape.frequentType]
            },
            ListingCase("an hour and state dead") {
                hour(&$0)
                $0.states = [.dead]
            },
        ]
    }
}
