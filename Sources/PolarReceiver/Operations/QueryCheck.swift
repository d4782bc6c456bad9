package import EventStore
import PolarEvents

/// Finds the names in a query that exist nowhere: such a condition matches nothing, which is nearly always a slip of the pen.
package struct QueryCheck {
    private let inbox: any InboxReader
    private let handlers: [String]
    private let endpoints: [String]

    /// Makes a check.
    ///
    /// - Parameters:
    ///   - inbox: whose messages make a name known.
    ///   - handlers: the handlers of the configuration.
    ///   - endpoints: the endpoints of the configuration.
    package init(_ inbox: any InboxReader, handlers: [String], endpoints: [String]) {
        self.inbox = inbox
        self.handlers = handlers
        self.endpoints = endpoints
    }

    /// A sentence for each type that Polar does not have and the inbox has not seen, and for each pattern that matches none.
    package func typeProblems(_ query: MessageQuery) async throws(StoreError) -> [String] {
        guard !query.types.isEmpty else { return [] }
        let known = EventType.all.map(\.rawValue) + (try await inbox.newestRows().keys)
        return query.types.compactMap { Self.problem(of: $0, known: known) }
    }

    /// A sentence for each handler and endpoint that neither the configuration nor the inbox has.
    package func nameProblems(_ query: MessageQuery) async throws(StoreError) -> [String] {
        var problems: [String] = []
        if let name = query.handler?.rawValue, !handlers.contains(name), try await !isKnown(handler: name) {
            let others = try await inbox.summary().counts.keys.map(\.rawValue)
            problems.append(
                "No handler is called \(name), in the configuration or in the inbox"
                    + Spelling.hint(for: name, among: Set(handlers + others).sorted())
            )
        }
        if let name = query.endpoint, !endpoints.contains(name), try await !isKnown(endpoint: name) {
            problems.append(
                "No endpoint is called \(name), in the configuration or in the inbox"
                    + Spelling.hint(for: name, among: endpoints.sorted())
            )
        }
        return problems
    }

    /// What is wrong with a pattern by itself; nil where it can match something.
    package static func syntaxProblem(of pattern: TypePattern) -> String? {
        if pattern.rawValue.isEmpty {
            return "A type is empty; give one such as order.paid, or a pattern such as order.*."
        }
        guard pattern.rawValue.dropLast().contains("*") else { return nil }
        return "The type \(pattern) has a star that is not at its end; a pattern is like order.*."
    }

    private static func problem(of pattern: TypePattern, known: [String]) -> String? {
        if let problem = syntaxProblem(of: pattern) { return problem }
        guard !known.contains(where: pattern.matches), pattern.rawValue != "*" else { return nil }
        return "No event has the type \(pattern)"
            + Spelling.hint(for: pattern.rawValue, among: candidates(for: pattern, among: known))
    }

    /// The texts that a misspelt pattern can have been meant to be: types for a type, families such as `order.*` for others.
    package static func candidates(for pattern: TypePattern, among known: [String]) -> [String] {
        Set(pattern.prefix == nil ? known : known.map { "\($0.prefix { $0 != "." }).*" }).sorted()
    }

    private func isKnown(handler: String) async throws(StoreError) -> Bool {
        var query = MessageQuery()
        query.handler = HandlerID(rawValue: handler)
        return try await !inbox.messages(query, MessagePage(limit: 1)).isEmpty
    }

    private func isKnown(endpoint: String) async throws(StoreError) -> Bool {
        var query = MessageQuery()
        query.endpoint = endpoint
        return try await !inbox.messages(query, MessagePage(limit: 1)).isEmpty
    }
}
