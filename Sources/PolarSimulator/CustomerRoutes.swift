import Foundation
import HTTPServer

/// `/v1/customers` and `/v1/organizations`.
enum CustomerRoutes {
    static func answer(_ request: SimulatorRequest, _ state: SimulatorState) -> SimulatorAnswer {
        let parts = Array(request.segments.dropFirst(2))
        guard request.method == "GET" else { return SimulatorRoutes.wrongMethod(allowed: "GET") }
        if parts.isEmpty { return list(request, state) }
        if parts.count == 3, parts[0] == "external", parts[2] == "state" {
            return answer(state.customers.first { $0.externalID == parts[1] })
        }
        guard parts.count == 2, parts[1] == "state" else { return .noSuchPath }
        guard UUID(uuidString: parts[0]) != nil else {
            return .invalid(["path", "id"], "Input should be a valid UUID", input: parts[0])
        }
        return answer(state.customers.first { $0.id == parts[0] })
    }

    static func organizations(_ request: SimulatorRequest, _ state: SimulatorState) -> SimulatorAnswer {
        guard let page = ListPage(request.query) else { return ListPage.invalid }
        return page.answer([state.organizationID]) { ["id": $0, "name": "Simulated", "slug": "simulated"] }
    }

    private static func answer(_ customer: SimulatorState.Customer?) -> SimulatorAnswer {
        customer.map { SimulatorAnswer(status: 200, body: Array($0.state.utf8)) } ?? .notFound
    }

    private static func list(_ request: SimulatorRequest, _ state: SimulatorState) -> SimulatorAnswer {
        guard let page = ListPage(request.query) else { return ListPage.invalid }
        let isOldestFirst = request.query.all("sorting").first == "created_at"
        return page.answer(isOldestFirst ? state.customers : state.customers.reversed()) { customer in
            [
                "id": customer.id, "external_id": customer.externalID ?? NSNull(),
                "created_at": SimulatorJSON.text(customer.createdAt),
            ]
        }
    }
}
