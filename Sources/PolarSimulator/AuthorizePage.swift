import Foundation
import HTTPServer

/// `/oauth2/authorize`: the page that asks a person, and what the answer leads to.
enum AuthorizePage {
    static func answer(_ request: SimulatorRequest, _ book: inout OAuthBook) -> SimulatorAnswer {
        let form = request.form
        guard let id = form["client_id"], let client = book.clients[id], let address = form["redirect_uri"],
            isRegistered(address, client)
        else { return page("This application is unknown to Polar.", status: 400) }
        guard form["response_type"] == "code" else {
            return redirect(address, ["error": "unsupported_response_type", "state": form["state"]])
        }
        if client.secret == nil, form["code_challenge"] == nil {
            return redirect(address, ["error": "invalid_request", "state": form["state"]])
        }
        let scope = form["scope"] ?? client.scope
        guard OAuthRoutes.isPart(scope, of: client.scope) else {
            return redirect(address, ["error": "invalid_scope", "state": form["state"]])
        }
        guard request.method == "POST" else { return consent(client, scope, form) }
        guard form["action"] == "allow" else {
            return redirect(address, ["error": "access_denied", "state": form["state"]])
        }
        let code = book.addCode(
            OAuthBook.Code(
                client: client.id,
                redirectURI: address,
                scope: scope,
                challenge: form["code_challenge"],
                method: form["code_challenge_method"] ?? "plain",
                createdAt: book.now
            )
        )
        return redirect(address, ["code": code, "state": form["state"]])
    }

    /// On this machine any port will do, as RFC 8252 §7.3 has it.
    private static func isRegistered(_ address: String, _ client: OAuthBook.Client) -> Bool {
        client.redirectURIs.contains { $0 == address || withoutPort($0) == withoutPort(address) }
    }

    private static func withoutPort(_ address: String) -> URLComponents? {
        guard var parts = URLComponents(string: address), ["127.0.0.1", "localhost"].contains(parts.host ?? "") else {
            return nil
        }
        parts.port = nil
        return parts
    }

    private static func redirect(_ address: String, _ members: [String: String?]) -> SimulatorAnswer {
        var parts = URLComponents(string: address)
        let items = members.compactMap { name, value in value.map { URLQueryItem(name: name, value: $0) } }
        let kept = parts?.queryItems ?? []
        parts?.queryItems = kept + items.sorted { $0.name < $1.name }
        return .empty(302, headers: [("Location", parts?.string ?? address)])
    }

    private static func consent(_ client: OAuthBook.Client, _ scope: String, _ form: FormFields) -> SimulatorAnswer {
        let kept = [
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
        ]
        let fields = kept.compactMap { name in
            form[name].map { #"<input type="hidden" name="\#(name)" value="\#(escaped($0))">"# }
        }
        return page(
            """
            <form method="post" action="/oauth2/authorize">\(fields.joined())
            <p>Allow <b>\(escaped(client.name))</b> to use: \(escaped(scope))?</p>
            <button name="action" value="allow">Allow</button> <button name="action" value="deny">Deny</button></form>
            """,
            status: 200
        )
    }

    private static func page(_ content: String, status: Int) -> SimulatorAnswer {
        let head = #"<!doctype html><html lang="en"><title>Simulated Polar</title><h1>Simulated Polar</h1>"#
        let text = "\(head)\(content)</html>"
        return SimulatorAnswer(status: status, body: Array(text.utf8), contentType: "text/html; charset=utf-8")
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: String(scalar)
            }
        }.joined()
    }
}
