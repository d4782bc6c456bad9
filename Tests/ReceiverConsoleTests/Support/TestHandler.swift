import PolarReceiver

/// A handler that fails for good until it is repaired.
struct TestHandler: HandlerModule {
    let id: HandlerID = "test"

    func register(on events: inout EventRegistrar) {
        events.onAny { _, _ in throw HandlerError.permanent("no <b>luck</b>") }
    }
}
