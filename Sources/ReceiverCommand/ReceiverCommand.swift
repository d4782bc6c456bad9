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
        /// The name of the program, as its user calls it.
        var name =
            CommandLine.arguments.first.flatMap { $0.split(separator: "/").last.map(String.init) } ?? "polar-receiver"

        /// The version of a custom build; nil where it has none of its own.
        var version: String?
        var modules: [any HandlerModule] = []
        var kinds: [any ConfigurableHandlerModule.Type] = []
    }

    @TaskLocal static var parts = Parts()

    /// The program and its version; that of a custom build names the receiver in it too.
    static var versionText: String {
        let receiver = "polar-receiver \(Version.current)"
        guard parts.name != "polar-receiver" || parts.version != nil else { return receiver }
        return "\(parts.name)\(parts.version.map { " \($0)" } ?? "") (\(receiver))"
    }

    /// Runs the command named by the process's arguments, then ends the process.
    ///
    /// - Parameters:
    ///   - name: the name of the program in its help and version; by default that of its executable.
    ///   - version: the version of a custom build.
    ///   - modules: the handlers to register, besides those that the configuration asks for. Without any it is the `log`
    ///     module, so that every event has a delivery.
    ///   - kinds: modules that the configuration can ask for, besides the built-in ones.
    public static func main(
        name: String? = nil,
        version: String? = nil,
        modules: [any HandlerModule] = [],
        kinds: [any ConfigurableHandlerModule.Type] = []
    ) async {
        var parts = Parts(version: version, modules: modules, kinds: kinds)
        if let name { parts.name = name }
        await $parts.withValue(parts) { await RootCommand.run() }
    }
}
