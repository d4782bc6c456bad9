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

    /// Prints it; a receiver whose output cannot be written serves all the same.
    func print() {
        let path = settings.endpoints.first?.path ?? EndpointSettings.defaultPath
        let url = "\(settings.tls == nil ? "http" : "https")://127.0.0.1:\(port)\(path)"
        var text = """

            polar-receiver \(Version.current) takes webhooks at \(url)
            Send it a signed sample event from the same folder in a second terminal:

                \(program) send order.paid --url \(url)

            """
        if let adminPort { text += "\nThe console is at http://127.0.0.1:\(adminPort)/\n" }
        try? StandardStream.output(text)
    }
}
