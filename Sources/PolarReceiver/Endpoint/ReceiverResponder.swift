public import HTTPServer
public import HTTPWire

/// Answers every request on the public listener: the webhook endpoints, the health pages, and 404 for the rest.
public struct ReceiverResponder: Responder {
    /// How long a body may be that comes with the request for a page, where it means nothing.
    private static let pageBodyLimit = 16_384

    private let endpoints: [EndpointRoute]
    private let health: HealthRoute
    private let requests: RequestMetrics

    init(endpoints: [EndpointRoute], health: HealthRoute, requests: RequestMetrics) {
        self.endpoints = endpoints
        self.health = health
        self.requests = requests
    }

    /// Refuses unknown paths, other methods, and messages that cannot verify whatever their bodies are.
    ///
    /// The method comes first: an endpoint answers 405 to all but POST, however the request describes its body.
    public func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission {
        let isReadable = if case .refused = head.bodyFraming { false } else { true }
        switch target(of: head, bytes) {
        case .wrongMethod(let response, let route):
            return .refuse(counted(response, route, head.method))
        case _ where !isReadable:
            // The server refuses it for its length.
            return .read()
        case .endpoint(let endpoint):
            return endpoint.refusal(of: head, bytes: bytes, client: client).map(Admission.refuse) ?? .read()
        case .page:
            return .read(upTo: Self.pageBodyLimit)
        case .nothing:
            return .refuse(counted(.notFound, .other, head.method))
        }
    }

    /// Runs on the connection's loop and does not block: an accepted message is answered from the store's queue.
    public func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        switch target(of: head, bytes) {
        case .endpoint(let endpoint):
            endpoint.receive(head, bytes: bytes, body: body, client: client, exchange: exchange)
        case .page(let page):
            health.answer(page, head.method, exchange: exchange)
        case .wrongMethod(let response, let route):
            .now(counted(response, route, head.method))
        case .nothing:
            .now(counted(.notFound, .other, head.method))
        }
    }

    /// The route of a request.
    private enum Target {
        case endpoint(EndpointRoute)
        case page(HealthRoute.Page)

        /// One of these, with a method that it does not have.
        case wrongMethod(Response, RequestMetrics.Route)
        case nothing
    }

    private func target(of head: borrowing RequestHead, _ bytes: RawSpan) -> Target {
        let path = bytes.extracting(head.path)
        let method = head.method
        for endpoint in endpoints where endpoint.path.matches(path) {
            return method == .post ? .endpoint(endpoint) : .wrongMethod(.endpointMethod, .webhook)
        }
        if let page = health.page(at: path) {
            return method == .get || method == .head ? .page(page) : .wrongMethod(.pageMethod, .health)
        }
        return .nothing
    }

    private func counted(
        _ response: Response,
        _ route: RequestMetrics.Route,
        _ method: RequestHead.Method
    ) -> Response {
        requests.count(route, RequestMetrics.Method(method), status: response.status)
        return response
    }
}
