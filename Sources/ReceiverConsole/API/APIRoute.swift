import EventStore
import Foundation
import HTTPServer
import HTTPWire
import PolarReceiver

/// The JSON API: the same as the pages, for programs, as ``OpenAPI`` describes it.
struct APIRoute: Sendable {
    private static let largestPage = 500
    private static let attemptLimit = 100
    private static let root: [Substring] = ["api", "v1"]

    let context: ConsoleContext
    let changes: Changes

    func answer(_ request: ConsoleRequest, _ visitor: Visitor) async -> Response {
        do {
            let isChange = request.method == .post
            let answer = try await isChange ? change(request, visitor) : read(request, visitor)
            return answer ?? .failure(404, "not_found")
        } catch let error as StoreError {
            let members = [
                #""error":\#(JSONText.quoted("\(error.code)"))"#, #""message":\#(JSONText.quoted("\(error)"))"#,
            ]
            return .data("{\(members.joined(separator: ","))}", status: 503)
        } catch let refusal as RequestRefusal {
            return refusal.response
        } catch {
            return RequestRefusal.malformed.response
        }
    }

    private func read(_ request: ConsoleRequest, _ visitor: Visitor) async throws -> Response? {
        guard request.segments.starts(with: Self.root) else { return nil }
        if request.segments.last != "messages" { try request.query.check([]) }
        switch Array(request.segments.dropFirst(Self.root.count)) {
        case ["openapi.json"]: return .data(OpenAPI.document)
        case ["status"]: return try await status()
        case ["messages"]: return try await messages(request)
        case ["handlers"]: return try await handlers()
        case ["types"]: return try await types()
        case let parts where parts.first == "messages" && parts.count == 2: return try await message(parts[1])
        case let parts where parts.first == "messages" && parts.count == 3 && parts[2] == "body":
            return try await body(parts[1], request, visitor)
        default: return nil
        }
    }

    // MARK: Reading

    private func status() async throws -> Response {
        let summary = try await context.inbox.summary()
        return .data(try JSONLine.text(StatusLine(context, summary)))
    }

    private func messages(_ request: ConsoleRequest) async throws -> Response {
        try request.query.check(Listing.names + ["limit"], repeatable: Listing.repeatableNames)
        let limit = try request.query["limit"].map { text in
            guard let limit = Int(text), (1...Self.largestPage).contains(limit) else {
                throw RequestRefusal.unknownValue("limit must be a number from 1 to \(Self.largestPage).")
            }
            return limit
        }
        let listing = try Listing(strictly: request.query)
        try await refuseUnknownNames(listing.query)
        let records = try await context.inbox.messages(listing.query, listing.page(size: limit ?? Pages.pageSize))
        return .data(try JSONLine.text(["messages": records.map(RowLine.init)]))
    }

    private func message(_ row: Substring) async throws -> Response? {
        guard let record = try await context.record(row) else { return nil }
        // The newest: a delivery that is replayed again and again has any number.
        let attempts = try await context.inbox.attempts(ofMessage: record.row).mapValues {
            $0.suffix(Self.attemptLimit).map(\.shortened)
        }
        return .data(try JSONLine.text(MessageDetails(record: record.shortened, attempts: attempts, body: nil)))
    }

    private func body(_ row: Substring, _ request: ConsoleRequest, _ visitor: Visitor) async throws -> Response? {
        guard let record = try await context.record(row), !record.message.isPruned,
            let body = try await context.inbox.body(ofMessage: record.row)
        else { return nil }
        context.audit("Showed a body", request, visitor, ["webhook.id": "\(record.message.webhookID)"])
        // As bytes of unknown kind, so that no browser takes it for a page.
        return Response(
            status: 200,
            contentType: "application/octet-stream",
            body: body,
            headers: Response.safetyFields
        )
    }

    private func handlers() async throws -> Response {
        let counts = try await context.inbox.summary().counts
        let lines = context.receiver.handlerDescriptions.map { HandlerLine($0, counts[$0.id] ?? [:]) }
        return .data(try JSONLine.text(["handlers": lines]))
    }

    private func types() async throws -> Response {
        let (types, more) = try await context.newestOfEachType()
        return .data(try JSONLine.text(TypeLines(types: types.map(TypeLine.init), more: more)))
    }

    // MARK: Changing

    private func change(_ request: ConsoleRequest, _ visitor: Visitor) async throws -> Response? {
        guard request.segments.starts(with: Self.root), request.segments.count == 3,
            let kind = request.segments.last.flatMap({ Change.Kind(rawValue: String($0)) })
        else { return nil }
        try request.query.check([])
        let change = try ChangeBody(request.body, for: kind).change(kind)
        var query = MessageQuery()
        query.handler = change.handler
        try await refuseUnknownNames(query)
        return .data(#"{"changed":\#(try await changes.make(change, request, visitor))}"#)
    }

    /// Refuses handlers, endpoints and types that do not exist.
    private func refuseUnknownNames(_ query: MessageQuery) async throws {
        let check = QueryCheck(
            context.inbox,
            handlers: context.receiver.handlerDescriptions.map(\.id.rawValue),
            endpoints: context.receiver.endpointStatus.map(\.name)
        )
        let problems = try await check.nameProblems(query) + check.typeProblems(query)
        if let problem = problems.first { throw RequestRefusal.unknownValue(problem) }
    }
}
