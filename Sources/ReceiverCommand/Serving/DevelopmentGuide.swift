/// What `serve --dev` tells its user to do next.
struct DevelopmentGuide {
    let settings: Settings
    let port: Int

    /// Nil without a console.
    let adminPort: Int?

    /// The running program as its user called it.
    private var program: String {
        let name = CommandLine.arguments.first ?? "polar-receiver"
        return name.contains(" ") ? "'\(name)'" : name
    }

    var text: String {
        let path = settings.endpoints.first?.path ?? EndpointSettings.defaultPath
        let url = "\(settings.tls == nil ? "http" : "https")://127.0.0.1:\(port)\(path)"
        return """

            polar-receiver \(Version.current) takes webhooks at \(url)
            Send it a signed sample event from the same folder in a second terminal:

                \(program) send order.paid --url \(url)

            \(adminPort.map { "The console is at http://127.0.0.1:\($0)/\n\n" } ?? "")
            """
    }
}
