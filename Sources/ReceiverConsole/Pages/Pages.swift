import EventStore
import Foundation
import HTTPServer
import HTTPWire
import PolarReceiver

/// The pages for people.
struct Pages: Sendable {
    /// How many messages are on a page.
    static let pageSize = 50

    /// How many handlers are named that this build does not have.
    private static let strangerLimit = 100

    let context: ConsoleContext
    let gatekeeper: Gatekeeper
    let writer: PageWriter

    func answer(_ request: ConsoleRequest, _ visitor: Visitor) async -> Response {
        do {
            return try await page(request, visitor) ?? notFound(visitor)
        } catch let refusal as RequestRefusal {
            return notice(refusal.sentence, visitor, status: 400)
        } catch {
            return notice("The store cannot be read: \(error)", visitor, status: 503)
        }
    }

    private func page(_ request: ConsoleRequest, _ visitor: Visitor) async throws -> Response? {
        switch request.segments {
        case []: try await overview(visitor)
        case ["messages"]: try await messages(request, visitor)
        case ["dead-letters"]: try await deadLetters(request, visitor)
        case ["handlers"]: try await handlers(visitor)
        case ["events"]: try await events(visitor)
        case ["live"]: live(visitor)
        case let parts where parts.first == "messages" && parts.count == 2:
            try await message(parts[1], request, visitor)
        case let parts where parts.first == "messages" && parts.count == 3 && parts[2] == "body":
            try await body(parts[1], request, visitor)
        default: nil
        }
    }

    // MARK: Pages

    private func overview(_ visitor: Visitor) async throws(StoreError) -> Response {
        var store = "ok"
        do throws(StoreError) { try await context.receiver.probe() } catch { store = "\(error.code)" }
        let view = OverviewView(
            summary: try await context.inbox.summary(),
            store: store,
            endpoints: context.receiver.endpointStatus,
            freeBytes: context.freeBytes(),
            startedAt: context.startedAt,
            now: context.clock.now
        )
        let newest = try await context.inbox.messages(limit: 10)
        let values = view.values.merging(["messages": newest.map(MessageView.row)]) { $1 }
        return write(.overview, "Overview", visitor, values)
    }

    private func messages(_ request: ConsoleRequest, _ visitor: Visitor) async throws -> Response {
        let listing = try Listing(page: request.query)
        let records = try await context.inbox.messages(listing.query, listing.page(size: Self.pageSize))
        let values: [String: Any] = [
            "type": request.query["type"] ?? "", "subject": request.query["subject"] ?? "",
            "id": request.query["id"] ?? "", "types": EventType.all.map(\.rawValue),
            "handlers": choices(handlerNames, chosen: request.query["handler"]),
            "states": choices(DeliveryState.allCases.map(\.rawValue), chosen: request.query["state"]),
            "messages": records.map(MessageView.row),
        ]
        return write(.messages, "Messages", visitor, values.merging(listing.links("/messages", records)) { $1 })
    }

    private func message(
        _ row: Substring,
        _ request: ConsoleRequest,
        _ visitor: Visitor
    ) async throws(StoreError) -> Response? {
        guard let record = try await context.record(row) else { return nil }
        let attempts = try await context.inbox.attempts(ofMessage: record.row)
        var values = MessageView.all(record, attempts)
        values["done"] = Changes.sentence(request.query["done"], request.query["count"])
        return write(.message, "Message \(record.message.webhookID.cut(to: TextOf.idLimit))", visitor, values)
    }

    private func body(
        _ row: Substring,
        _ request: ConsoleRequest,
        _ visitor: Visitor
    ) async throws(StoreError) -> Response? {
        guard let record = try await context.record(row) else { return nil }
        var (text, note): (String, String?) = ("", BodyText.tooLong)
        if record.message.bodySize <= BodyText.readLimit {
            guard let body = try await context.inbox.body(ofMessage: record.row) else { return nil }
            context.audit("Showed a body", request, visitor, ["webhook.id": "\(record.message.webhookID)"])
            (text, note) = BodyText.text(body)
        }
        let values: [String: Any] = ["row": record.row, "text": text, "note": note ?? ""]
        return write(.body, "Body of \(record.message.webhookID.cut(to: TextOf.idLimit))", visitor, values)
    }

    private func deadLetters(_ request: ConsoleRequest, _ visitor: Visitor) async throws -> Response {
        var listing = try Listing(page: request.query)
        listing.query.states = [.dead]
        let records = try await context.inbox.messages(listing.query, listing.page(size: Self.pageSize))
        let summary = try await context.inbox.summary()
        let handler = request.query["handler"]
        let total = handler.map { summary.counts[HandlerID(rawValue: $0)]?[.dead] ?? 0 } ?? summary.count(.dead)
        let handlers = handlerNames.map { name in
            [
                "name": name, "is_chosen": name == handler,
                "dead": "\(summary.counts[HandlerID(rawValue: name)]?[.dead] ?? 0)",
            ] as [String: Any]
        }
        let values: [String: Any] = [
            "handlers": handlers, "handler": handler ?? "", "letters": records.map(MessageView.letter),
            "has_letters": !records.isEmpty, "total": total,
            "done": Changes.sentence(request.query["done"], request.query["count"]) ?? "",
        ]
        let links = listing.links("/dead-letters", records)
        return write(.deadLetters, "Dead letters", visitor, values.merging(links) { $1 })
    }

    private func handlers(_ visitor: Visitor) async throws(StoreError) -> Response {
        let summary = try await context.inbox.summary()
        let known = context.receiver.handlerDescriptions
        let strangers = Set(summary.counts.keys).subtracting(known.map(\.id)).map(\.rawValue).sorted()
        let values: [String: Any] = [
            "handlers": known.map { HandlerView.values($0, summary.counts[$0.id] ?? [:]) },
            "strangers": strangers.prefix(Self.strangerLimit).map { $0.cut(to: TextOf.nameLimit) },
        ]
        return write(.handlers, "Handlers", visitor, values)
    }

    private func events(_ visitor: Visitor) async throws(StoreError) -> Response {
        let (newest, more) = try await context.newestOfEachType()
        let types = newest.map { type in
            [
                "type": type.type.cut(to: TextOf.nameLimit), "type_query": Self.query(type: type.type),
                "row": type.record.row, "is_known": type.isKnown,
                "received_short": TextOf.moment(type.record.message.receivedAt),
                "problem": type.drift?.problem ?? "", "fields": type.drift?.fields ?? [],
                "is_clean": type.drift?.problem == nil && type.drift?.fields.isEmpty != false,
            ] as [String: Any]
        }
        let note =
            more == 0 ? "" : "\(more) more types have arrived; 'polar-receiver events list' finds their messages."
        return write(.events, "Events", visitor, ["types": types, "note": note])
    }

    private func live(_ visitor: Visitor) -> Response {
        let activities = context.receiver.recentActivities.map(ActivityView.values)
        return write(.live, "Live", visitor, ["activities": activities])
    }

    // MARK: Changes

    /// Makes a change that a form asks for, and shows the page it came from again.
    func change(_ request: ConsoleRequest, _ visitor: Visitor, _ changes: Changes) async -> Response {
        let change: Change
        do throws(RequestRefusal) { change = try Change(form: request.form, path: request.path) } catch {
            return notice(error.sentence, visitor, status: 400)
        }
        do {
            let count = try await changes.make(change, request, visitor)
            let back = request.form["back"] == "dead-letters" ? "dead-letters" : "messages/\(change.rows.first ?? 0)"
            return .seeOther("/\(back)?done=\(change.name)&count=\(count)")
        } catch {
            return notice("The change was not made: \(error)", visitor, status: 503)
        }
    }

    // MARK: Parts

    /// A query for a type; for a long one, for all that begin like it.
    private static func query(type: String) -> String {
        let beginning = type.cut(to: TextOf.nameLimit)
        return TextOf.query(beginning == type ? type : beginning.dropLast() + "*")
    }

    private var handlerNames: [String] { context.receiver.handlerDescriptions.map(\.id.rawValue) }

    private func choices(_ names: [String], chosen: String?) -> [[String: Any]] {
        names.map { ["name": $0, "is_chosen": $0 == chosen] }
    }

    private func notFound(_ visitor: Visitor) -> Response {
        notice("There is nothing here.", visitor, status: 404)
    }

    private func notice(_ text: String, _ visitor: Visitor, status: Int) -> Response {
        let values: [String: Any] = ["text": text, "is_bad": true, "back": "/"]
        return write(.notice, status == 404 ? "Not found" : "It did not work", visitor, values, status: status)
    }

    private func write(
        _ template: Templates.Name,
        _ title: String,
        _ visitor: Visitor,
        _ values: [String: Any],
        status: Int = 200
    ) -> Response {
        let token = gatekeeper.formToken(for: visitor)
        return writer.page(template, title: title, visitor: visitor, formToken: token, status: status, values)
    }
}
