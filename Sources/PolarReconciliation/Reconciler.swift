package import Foundation
package import PolarAPI
package import PolarReceiver

/// Compares an endpoint of Polar with the inbox and repairs what is missing.
///
/// Events whose attempts all failed are in Polar's list of deliveries, with their payload for 90 days. Events that would have
/// come while the endpoint was disabled exist nowhere; what they would have said is in the states of the customers.
package struct Reconciler: Sendable {
    /// How far the first check of an endpoint goes back: what is older belongs to whatever received before.
    package static let firstLookBack: TimeInterval = 3 * 86_400

    /// How far a check goes back behind the end of the last one, for clocks that differ.
    static let overlap: TimeInterval = 600

    let polar: PolarClient
    let inbox: RecoveryInbox
    let progress: ProgressFile?
    let pacer: Pacer
    let clock: any WallClock

    /// Makes a reconciler.
    ///
    /// - Parameter progress: where it notes how far it has come; nil begins anew each time.
    package init(
        polar: PolarClient,
        inbox: RecoveryInbox,
        progress: ProgressFile?,
        pacer: Pacer = Pacer(),
        clock: any WallClock = SystemWallClock()
    ) {
        self.polar = polar
        self.inbox = inbox
        self.progress = progress
        self.pacer = pacer
        self.clock = clock
    }

    /// Checks one endpoint.
    ///
    /// It can be cut off at any time: what was repaired stays, and the next check goes on after the last page.
    ///
    /// - Parameters:
    ///   - endpoint: the receiver's.
    ///   - options: what to look at and to do.
    ///   - report: is told how many steps of how many are done.
    package func run(
        _ endpoint: LocalEndpoint,
        _ options: ReconciliationOptions,
        report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(ReconciliationError) -> Reconciliation {
        let found = try await EndpointMatch.endpoint(of: endpoint, at: polar, pacer)
        var progress = try self.progress?.progress(of: found.id) ?? EndpointProgress()
        progress.forgetDates(after: clock.now.addingTimeInterval(Self.overlap))
        progress.note(isEnabled: found.isEnabled, now: clock.now)
        let usualStart = usualStart(progress)
        var outcome = Reconciliation(endpoint: found, start: options.since ?? usualStart, end: clock.now)
        // A check that begins later leaves a gap, which the next one has to look into.
        outcome.isProgress = !options.isDryRun && outcome.start <= usualStart
        if !found.isEnabled, options.enables, !options.isDryRun { try await enable(&outcome) }
        try await fillHoles(of: endpoint.name, options, &outcome, &progress, report)
        outcome.disabledSince = progress.disabledSince
        try await repairStates(of: endpoint.name, options, &outcome, report)
        try finish(options, outcome, &progress)
        return outcome
    }

    /// Where a check goes on that is not told where to begin.
    private func usualStart(_ progress: EndpointProgress) -> Date {
        progress.checkedUntil?.addingTimeInterval(-Self.overlap)
            ?? clock.now.addingTimeInterval(-Self.firstLookBack)
    }

    /// Enables the endpoint, before anything is read: what happens from here on comes by itself.
    private func enable(_ outcome: inout Reconciliation) async throws(ReconciliationError) {
        let id = outcome.endpoint.id
        outcome.endpoint = try await pacer.ask { () throws(PolarError) in
            try await polar.webhooks.updateWebhookEndpoint(id: id, PolarEndpointUpdate(isEnabled: true))
        }
        outcome.wasEnabled = true
    }

    private func finish(
        _ options: ReconciliationOptions,
        _ outcome: Reconciliation,
        _ progress: inout EndpointProgress
    ) throws(ReconciliationError) {
        guard !options.isDryRun else { return }
        if outcome.endpoint.isEnabled {
            progress.seenEnabledAt = clock.now
            if outcome.readsStates { (progress.disabledSince, progress.statesReadAt) = (nil, outcome.end) }
        }
        try self.progress?.set(progress, of: outcome.endpoint.id)
    }
}
