public import HTTPServer
public import HTTPWire

/// Answers every request on the public listener: the webhook endpoints, the health pages, and 404 for the rest.
public struct ReceiverResponder: Responder {
    private let endpoints: [EndpointRoute]
    private let health: HealthRoute
    private let requests: RequestMetrics

    init(endpoints: [EndpointRoute], health: HealthRoute, requests: RequestMetrics) {
        self.endpoints = endpoints
        self.health = health
        self.requests = requests
    }

    /// Runs on the connection's loop and does not block: an accepted message is answered from the store's queue.
    public func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let path = bytes.extracting(head.path)
        let method = head.method
        for endpoint in endpoints where endpoint.path.matches(path) {
            guard method == .post else { return refuse(.endpointMethod, .webhook, method) }
            return endpoint.receive(head, bytes: bytes, body: body, client: client, exchange: exchange)
        }
        if let page = health.page(at: path) {
            guard method == .get || method == .head else {
                return refuse(.pageMethod, .health, method)
            }
            return health.answer(page, method, exchange: exchange)
        }
        return refuse(.notFound, .other, method)
    }

    private func refuse(_ response: Response, _ route: RequestMetrics.Route, _ method: RequestHead.Method) -> Answer {
        requests.count(route, RequestMetrics.Method(method), status: response.status)
        return .now(response)
    }
}
