import ArgumentParser

/// `polar-receiver config reference`.
struct ConfigReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Print what every setting means, in Markdown."
    )

    func run() throws {
        try StandardStream.output(ConfigurationReference.text)
    }
}
