import ArgumentParser
import PolarReceiver

/// `polar-receiver config show`.
struct ConfigShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print every setting with its value in force and where that comes from; secrets are not shown."
    )

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func run() async throws {
        let settings = try await options.load()
        // The modules say which options they have.
        let values = settings.values(try settings.modules())
        if json {
            for value in values { try StandardStream.output(JSONLine.text(SettingLine(value))) }
        } else {
            for line in SettingTable(values).lines { try StandardStream.output(line) }
        }
    }
}
