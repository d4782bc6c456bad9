import Foundation
import PolarAPI
import PolarEvents
import PolarReceiver

extension Reconciler {
    private static let pageSize = 100

    /// Reads the states of all customers where events may never have been made; stores those that the inbox does not know.
    func repairStates(
        of endpoint: String,
        _ options: ReconciliationOptions,
        _ outcome: inout Reconciliation,
        _ report: (_ done: Int, _ total: Int) -> Void
    ) async throws(ReconciliationError) {
        guard isNeeded(options, outcome) else { return }
        outcome.readsStates = true
        var (number, lastPage) = (1, 1)
        while number <= lastPage {
            let page = try await customers(page: number)
            for customer in page.items {
                try await repairState(of: customer.id, endpoint, options, &outcome)
                report(outcome.states, max(page.totalCount, outcome.states))
            }
            (number, lastPage) = (number + 1, page.maxPage)
        }
    }

    private func isNeeded(_ options: ReconciliationOptions, _ outcome: Reconciliation) -> Bool {
        // What a state would be told by is not wanted there anyway.
        guard outcome.endpoint.events.contains(EventType.customerStateChanged.rawValue) else { return false }
        return switch options.states {
        case .all: true
        case .none: false
        case .disabled: outcome.disabledSince != nil
        }
    }

    /// The oldest first, so that customers who come meanwhile move none to a page that was read.
    private func customers(page: Int) async throws(ReconciliationError) -> ListResource<CustomerSummary> {
        try await pacer.ask { () throws(PolarError) in
            try await polar.customers.list(page: page, limit: Self.pageSize, sorting: ["created_at"])
        }
    }

    private func repairState(
        of customer: String,
        _ endpoint: String,
        _ options: ReconciliationOptions,
        _ outcome: inout Reconciliation
    ) async throws(ReconciliationError) {
        let now = clock.now
        guard let document = try await state(of: customer) else { return }
        outcome.states += 1
        guard try await inbox.state(ofCustomer: customer) != document.state else { return }
        outcome.changedStates.append(customer)
        guard !options.isDryRun else { return }
        let state = SyntheticState(customer, document, now: now, version: polar.apiVersion)
        _ = try await inbox.recover(state.message(endpoint))
    }

    /// Nil for a customer who was deleted meanwhile.
    private func state(of customer: String) async throws(ReconciliationError) -> CustomerStateDocument? {
        do throws(ReconciliationError) {
            return try await pacer.ask { () throws(PolarError) in try await polar.customers.getState(id: customer) }
        } catch {
            if case .polar(.notFound) = error { return nil }
            throw error
        }
    }
}
