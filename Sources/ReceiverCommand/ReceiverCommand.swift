import ArgumentParser
import PolarHandlers
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
    /// The modules that `serve` registers.
    @TaskLocal static var modules: [any HandlerModule] = []

    /// Runs the command named by the process's arguments, then ends the process.
    ///
    /// - Parameter modules: the handlers to register; without any it is the `log` module, so that every event has a
    ///   delivery.
    public static func main(modules: [any HandlerModule] = []) async {
        await $modules.withValue(modules.isEmpty ? [LogHandler()] : modules) {
            await RootCommand.run()
        }
    }
}
