import ArgumentParser

/// Measures what a large inbox costs; every command prints one JSON object per line.
///
/// `Benchmarks/run-inbox` calls it and makes tables of what it prints.
@main struct InboxBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox-benchmark",
        subcommands: [FillCommand.self, ListCommand.self, AppendCommand.self, SweepCommand.self]
    )
}

/// The database that a command is about.
struct DatabaseOption: ParsableArguments {
    @Argument(help: ArgumentHelp("The database.", valueName: "file"))
    var path: String
}
