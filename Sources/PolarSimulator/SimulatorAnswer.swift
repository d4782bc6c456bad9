import HTTPWire

/// An answer of a simulated Polar.
struct SimulatorAnswer {
    let status: Int
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    var contentType: String? = "application/json"

    static func json(_ value: Any, status: Int = 200) -> SimulatorAnswer {
        SimulatorAnswer(status: status, body: SimulatorJSON.bytes(value))
    }

    static func empty(_ status: Int, headers: [(String, String)] = []) -> SimulatorAnswer {
        SimulatorAnswer(status: status, headers: headers, contentType: nil)
    }

    /// An error in the form of Polar's API.
    static func error(_ status: Int, _ name: String, _ detail: String) -> SimulatorAnswer {
        json(["error": name, "detail": detail], status: status)
    }

    static let notFound = error(404, "ResourceNotFound", "Not found")

    /// What the framework says of paths that it does not have.
    static let noSuchPath = json(["detail": "Not Found"], status: 404)

    /// A field that is not as it must be.
    static func invalid(_ place: [String], _ message: String, input: Any = "") -> SimulatorAnswer {
        let field: [String: Any] = ["loc": place, "msg": message, "type": "value_error", "input": input]
        return json(["error": "RequestValidationError", "detail": [field]], status: 422)
    }

    /// An error in the form of OAuth 2.0.
    static func oauth(
        _ error: String,
        _ description: String,
        status: Int = 400,
        headers: [(String, String)] = []
    ) -> SimulatorAnswer {
        var answer = json(["error": error, "error_description": description], status: status)
        answer.headers = [("Cache-Control", "no-store")] + headers
        return answer
    }

    var response: Response { Response(status: status, contentType: contentType, body: body, headers: headers) }
}
