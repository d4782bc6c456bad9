import Foundation
import HTTPServer
import HTTPWire
import PolarAPI
import StandardWebhooks

/// Takes the code that a browser brings, once, and only from the one that was sent away with the state.
final class CallbackRoute: Responder {
    static let path = "/callback"

    private let state: String
    private let results: AsyncStream<Result<String, OAuth2Error>>
    private let sink: AsyncStream<Result<String, OAuth2Error>>.Continuation

    init(state: String) {
        self.state = state
        (results, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// What the browser brings; nil when the task is cancelled.
    func result() async -> Result<String, OAuth2Error>? {
        for await result in results { return result }
        return nil
    }

    /// A redirect has no body.
    func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission { .read(upTo: 0) }

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let line = bytes.withUnsafeBytes { String(decoding: $0.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self) }
        // A plus sign is a space in the query of a redirect.
        let target = line.split(separator: " ").dropFirst().first?.replacing("+", with: "%20") ?? ""
        guard let parts = URLComponents(string: String(target)), parts.path == Self.path else {
            return .now(page(404, "There is nothing here."))
        }
        guard head.method == .get else { return .now(page(405, "Open this address in a browser.", allowed: "GET")) }
        let members = Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { first, _ in first }
        return .now(answer(members))
    }

    private func answer(_ members: [String: String]) -> Response {
        guard let given = members["state"], ConstantTime.areEqual(Array(given.utf8), Array(state.utf8)) else {
            return page(400, "This is not the answer to what was asked. Run polar-receiver connect again.")
        }
        if let error = members["error"] {
            sink.yield(.failure(OAuth2Error(error: error, detail: members["error_description"])))
            return page(200, "Access was not allowed. You can close this page.")
        }
        guard let code = members["code"], !code.isEmpty else { return page(400, "There is no code in this address.") }
        sink.yield(.success(code))
        return page(200, "You can close this page and go back to the terminal.")
    }

    /// Nothing of the request is in it.
    private func page(_ status: Int, _ sentence: String, allowed: String? = nil) -> Response {
        let text = #"<!doctype html><html lang="en"><title>polar-receiver</title><p>\#(sentence)</p></html>"#
        var headers = [("Cache-Control", "no-store"), ("Content-Security-Policy", "default-src 'none'")]
        if let allowed { headers.append(("Allow", allowed)) }
        return Response(
            status: status,
            contentType: "text/html; charset=utf-8",
            body: Array(text.utf8),
            headers: headers
        )
    }
}
