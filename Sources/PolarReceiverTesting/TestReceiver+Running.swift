import EventStore

extension TestReceiver {
    /// Runs modules in a receiver while `body` runs.
    ///
    /// The modules' start hooks run before it, their stop hooks after it. What still runs when it returns is interrupted.
    ///
    /// - Parameters:
    ///   - modules: the modules, whose ids are unique.
    ///   - transport: how messages reach the receiver; the same `body` works with either.
    ///   - clock: the clock that decides what is due.
    ///   - patience: how long anything may take that the test waits for, in real time, before the test fails.
    ///   - body: the test.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws; also `RegistrationError` and `HandlerStartError`, with which a receiver does not start.
    @discardableResult public static func run<Value>(
        _ modules: any HandlerModule...,
        over transport: Transport = .memory,
        clock: ManualClock = ManualClock(),
        patience: Duration = .seconds(120),
        _ body: (TestReceiver) async throws -> Value
    ) async throws -> Value {
        try await run(modules, over: transport, clock: clock, patience: patience, body)
    }

    /// Runs a list of modules in a receiver while `body` runs, such as all of a program.
    @discardableResult public static func run<Value>(
        _ modules: [any HandlerModule],
        over transport: Transport = .memory,
        clock: ManualClock = ManualClock(),
        patience: Duration = .seconds(120),
        _ body: (TestReceiver) async throws -> Value
    ) async throws -> Value {
        let store = WatchedStore()
        let recorder = LogRecorder()
        let receiver = try Receiver(
            endpoints: [WebhookEndpoint(path: path, secrets: [WebhookSecret(secret)])],
            modules: modules,
            store: store,
            clock: clock,
            logger: recorder.logger,
            // The longest delay that a policy allows, so that a test can name the moment of a retry.
            jitter: { 1 }
        )
        let channel = try transport.open(to: receiver, patience: patience)
        let test = TestReceiver(
            clock: clock,
            receiver: receiver,
            store: store,
            handlers: modules.map(\.id),
            channel: channel,
            recorder: recorder,
            patience: patience
        )
        let outcome = await caught { try await test.serve(body) }
        await channel.close()
        return try outcome.get()
    }

    /// From the start hooks to the stop hooks.
    private func serve<Value>(_ body: (TestReceiver) async throws -> Value) async throws -> Value {
        try await receiver.start()
        async let running: Void = receiver.run()
        let outcome = await Self.caught { try await body(self) }
        // Nobody moves the clock any more, so a grace period would never end.
        receiver.stop(grace: .zero)
        await running
        let end = await Self.caught { try await finish() }
        let value = try outcome.get()
        try end.get()
        return value
    }

    /// Runs the stop hooks, which have the real time of the test's patience.
    private func finish() async throws {
        let grace = Duration.seconds(1)
        let isDone = await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                await receiver.finish(grace: grace)
                return true
            }
            group.addTask {
                // Cancelled: the hooks are done.
                guard (try? await Task.sleep(for: patience)) != nil else { return true }
                clock.advance(by: grace)
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? true
        }
        guard isDone else { throw TestReceiverError(description: "A stop hook did not return within \(patience).") }
    }

    private static func caught<Value>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}
