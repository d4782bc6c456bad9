import ArgumentParser

/// `polar-receiver version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    func run() {
        print("polar-receiver \(Version.current)")
    }
}
