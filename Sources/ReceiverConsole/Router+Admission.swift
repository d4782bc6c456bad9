import HTTPServer
import HTTPWire

extension Router {
    /// How long a body may be where it means nothing.
    private static let smallBody = 16_384

    /// Says whether the body of a request is worth reading: that of a change from those who may make it, and a sign-in.
    ///
    /// - Parameters:
    ///   - request: its head, with an empty body.
    ///   - isReadable: whether the end of the body can be found.
    func admission(of request: ConsoleRequest, isReadable: Bool) -> Admission {
        if let refusal = Self.refusal(ofMethod: request) { return .refuse(refusal) }
        guard isReadable else { return .read() }
        guard request.isForChange else {
            return request.method == .post ? .read() : .read(upTo: Self.smallBody)
        }
        return refusal(of: gatekeeper.judge(request), request).map(Admission.refuse) ?? .read()
    }

    /// The answer to a method that its path does not have; nil for one that it may have.
    static func refusal(ofMethod request: ConsoleRequest) -> Response? {
        let isRead = request.method == .get || request.method == .head
        let (isAllowed, allowed) =
            switch (request.isForChange, request.path) {
            case (true, _): (request.method == .post, "POST")
            case (_, "/sign-in"): (isRead || request.method == .post, "GET, HEAD, POST")
            default: (isRead, "GET, HEAD")
            }
        return isAllowed ? nil : .failure(405, "method_not_allowed", headers: [("Allow", allowed)])
    }

    /// The answer to who may not come in; nil for who may.
    func refusal(of verdict: Gatekeeper.Verdict, _ request: ConsoleRequest) -> Response? {
        switch verdict {
        case .allowed: nil
        case .unknown: request.isForProgram ? Self.unknown : .seeOther("/sign-in")
        case .blocked: Self.blocked
        case .wrongHost: .failure(403, "unknown_host")
        }
    }
}
