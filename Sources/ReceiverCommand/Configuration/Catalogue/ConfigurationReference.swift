/// The catalogue as the page docs/configuration.md.
enum ConfigurationReference {
    static let text = ([introduction] + sections.map(section) + [ending]).joined(separator: "\n\n")

    private static let introduction = """
        # Configuration

        Every key of the configuration file and its name in the environment, which is the path in capitals. A flag wins over
        the environment, the environment over the file, the file over the default. An unknown key in the file is an error.
        [config/receiver.yaml](../config/receiver.yaml) is a file with all of them.

        `polar-receiver config check` says what is wrong with a configuration, and `polar-receiver config show` which values
        are in force and where they come from. Neither starts anything or shows a secret.

        A running receiver reads everything again at SIGHUP, and by itself when the configuration file or a file that it names
        has changed. What is marked **live** is in force at once, without losing a request; another change is named in the log
        and waits for a restart. If anything is wrong with the new configuration, all of the old one stays in force.

        This page is what `polar-receiver config reference` prints.
        """

    private static let sections: [(title: String, settings: [Setting])] = [
        ("Server", Setting.server),
        ("Delivery", Setting.delivery),
        ("Retention", Setting.retention),
        ("HTTP", Setting.http),
        ("TLS", Setting.tls),
        ("Admin listener", Setting.admin),
        ("Polar's API", Setting.polar),
        ("Endpoints, one section for each", Setting.endpoint),
        ("Handlers, one section for each", Setting.handler),
        ("In the environment only", Setting.environment),
    ]

    private static let ending = """
        A module has options of its own besides the common ones of a handler; the page of the module lists them. In the name
        of a variable, `<NAME>` is the name of the section in capitals.
        """

    private static func section(_ title: String, _ settings: [Setting]) -> String {
        (["## \(title)"] + settings.map(entry)).joined(separator: "\n\n")
    }

    private static func entry(_ setting: Setting) -> String {
        let isVariableOnly = setting.traits.contains(.environmentOnly)
        let heading = isVariableOnly ? "### `\(setting.variable)`" : "### `\(setting.key)`"
        return "\(heading)\n\n\(setting.summary)\n\n\(facts(setting).joined(separator: " · "))"
    }

    private static func facts(_ setting: Setting) -> [String] {
        var facts = [kind(of: setting)]
        if let standard = setting.standard { facts.append("default `\(standard)`") }
        if !setting.traits.contains(.environmentOnly) { facts.append("`\(setting.variable)`") }
        if setting.traits.contains(.secret) { facts.append("never shown") }
        if setting.traits.contains(.reloaded) { facts.append("**live**") }
        return facts
    }

    private static func kind(of setting: Setting) -> String {
        switch setting.kind {
        case .text: "text"
        case .file: "path of a file"
        case .list: "list; in the environment with commas in between"
        case .flag: "`true` or `false`"
        case .number(let range, let unit): "\(range.lowerBound) to \(range.upperBound)\(unit.map { " \($0)" } ?? "")"
        case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        }
    }
}
