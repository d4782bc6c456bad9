import HTTPWire

/// The console's answers; nothing of them is kept by browsers or shown in frames.
extension Response {
    /// Everything on a page comes from the console itself, and no script or style stands in the page.
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'", "img-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    static let safetyFields = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cache-Control", "no-store"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    static func page(_ html: String, status: Int = 200) -> Response {
        Response(
            status: status,
            contentType: "text/html; charset=utf-8",
            body: Array(html.utf8),
            headers: safetyFields
        )
    }

    static func asset(_ text: String, _ contentType: String) -> Response {
        Response(status: 200, contentType: contentType, body: Array(text.utf8), headers: safetyFields)
    }

    static func data(_ json: String, status: Int = 200) -> Response {
        .json(status, json, headers: safetyFields)
    }

    static func failure(_ status: Int, _ code: String, headers: [(String, String)] = []) -> Response {
        .json(status, #"{"error":"\#(code)"}"#, headers: safetyFields + headers)
    }

    /// Sends a browser on after a form.
    static func seeOther(_ location: String, headers: [(String, String)] = []) -> Response {
        Response(status: 303, contentType: nil, body: [], headers: safetyFields + [("Location", location)] + headers)
    }
}
