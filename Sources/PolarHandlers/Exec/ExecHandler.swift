import Foundation
public import Logging
public import PolarReceiver

/// Runs a program for each event: the body is its input, and its exit status says what becomes of the delivery.
public struct ExecHandler: ConfigurableHandlerModule {
    /// `exec`.
    public static let kind = "exec"

    /// The name of its section in the configuration.
    public let id: HandlerID

    /// False: a program has a process of its own.
    public var canEndProcess: Bool { false }

    private let program: Program
    private let environment: ProgramEnvironment

    /// Makes the module of its section: `program`, and `arguments`, `environment` and `directory` where they are set.
    public init(_ options: HandlerOptions) throws {
        try self.init(options, receiver: ProcessInfo.processInfo.environment)
    }

    /// Makes the module with another environment than the receiver's, and another time between SIGTERM and SIGKILL.
    package init(
        _ options: HandlerOptions,
        receiver: [String: String],
        grace: Duration = .seconds(2)
    ) throws {
        let path = try options.requiredPath("program", "the path of the program that is run for each event")
        // A bare name could mean a file beside the receiver or one of the search path.
        guard path.contains("/") else { throw options.wrong("program", "a path such as /usr/local/bin/on-event") }
        id = options.id
        program = Program(
            path: path,
            arguments: options.list("arguments") ?? [],
            directory: options.path("directory"),
            grace: grace
        )
        environment = try ProgramEnvironment(options, receiver: receiver)
    }

    /// Registers for every event.
    public func register(on events: inout EventRegistrar) {
        events.onAny { _, delivery in try await run(delivery) }
    }

    /// Looks whether the program can be started.
    public func check() throws {
        try program.check()
    }

    /// Warns of a program that can be started and not run, such as a script whose interpreter is missing.
    public func start(logger: Logger) async throws {
        try check()
        if let fault = program.fault {
            logger.warning("The program of a handler cannot be run", metadata: ["error.message": "\(fault)"])
        }
        // A program may end without reading its input; writing to it then is an error, not the end of the receiver.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Returns once the programs have ended whose runs were cancelled: each has its two seconds, then it is killed.
    public func stop() async {
        await program.waitForEnd()
    }

    private func run(_ delivery: Delivery) async throws {
        let end = try await program.run(input: delivery.body, environment: environment.variables(for: delivery))
        delivery.logger.debug(
            "Program ended",
            metadata: ["program.status": "\(end.status)", "program.output": "\(end.output.text)"]
        )
        // The exit status after SIGTERM says nothing about the event.
        try Task.checkCancellation()
        try end.verdict()
    }
}
