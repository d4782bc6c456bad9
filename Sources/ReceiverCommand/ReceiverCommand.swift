import ArgumentParser
public import PolarReceiver

/// The program `polar-receiver`: everything a receiver's `main` needs.
///
/// A custom build is a package of your own with one file:
/// ```swift
/// @main enum Main {
///     static func main() async { await ReceiverCommand.main(modules: [Fulfilment()]) }
/// }
/// ```
public enum ReceiverCommand {
    /// What a build brings along.
    struct Parts: Sendable {
        var modules: [any HandlerModule] = []
        var kinds: [any ConfigurableHandlerModule.Type] = []
    }

    @TaskLocal static var parts = Parts()

    /// Runs the command named by the process's arguments, then ends the process.
    ///
    /// - Parameters:
    ///   - modules: the handlers to register, besides those that the configuration asks for. Without any it is the `log`
    ///     module, so that every event has a delivery.
    ///   - kinds: modules that the configuration can ask for, besides the built-in ones.
    public static func main(
        modules: [any HandlerModule] = [],
        kinds: [any ConfigurableHandlerModule.Type] = []
    ) async {
        await $parts.withValue(Parts(modules: modules, kinds: kinds)) { await RootCommand.run() }
    }
}
