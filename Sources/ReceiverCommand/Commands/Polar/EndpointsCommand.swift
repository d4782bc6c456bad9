import ArgumentParser

/// `polar-receiver endpoints`.
struct EndpointsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endpoints",
        abstract: "Look at the webhook endpoints in Polar, and change them.",
        subcommands: [
            EndpointsListCommand.self, EndpointsCreateCommand.self, EndpointsUpdateCommand.self,
            EndpointsRotateSecretCommand.self, EndpointsDeleteCommand.self,
        ]
    )
}
