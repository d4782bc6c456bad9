/// What `serve --dev` tells its user to do next.
struct DevelopmentGuide {
    let settings: Settings
    let port: Int

    /// A link that signs in to the console; nil without one.
    let consoleLink: String?

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

            \(consoleText)
            """
    }

    private var consoleText: String {
        guard let consoleLink else { return "" }
        return """
            This link signs in to the console, once; '\(program) console' prints another one:

                \(consoleLink)

            """
    }
}
