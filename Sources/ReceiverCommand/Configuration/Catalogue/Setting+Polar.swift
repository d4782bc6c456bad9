extension Setting {
    static let polar = [
        Setting(
            "polar.access_token",
            .text,
            traits: .secret,
            "A token of your organization for Polar's API; with it the receiver checks that nothing is missing."
        ),
        Setting("polar.access_token_file", .file, "A file with that token in its first line."),
        Setting(
            "polar.token_file",
            .text,
            "The file in which `polar-receiver connect` keeps its tokens; without it, `polar-token.json` beside the database."
        ),
        Setting(
            "polar.environment",
            .choice(PolarSettings.Environment.allCases.map(\.rawValue)),
            standard: PolarSettings.Environment.production.rawValue,
            "Which Polar it is; the two have nothing in common."
        ),
        Setting(
            "polar.api_url",
            .text,
            "Another address of the API, for `polar-receiver simulate`; its web pages are expected there too."
        ),
        Setting(
            "polar.proxy",
            .choice(PolarSettings.Proxy.allCases.map(\.rawValue)),
            standard: PolarSettings.Proxy.environment.rawValue,
            "Whether Polar's API is reached through the proxy that `https_proxy` names; `none` for a direct way."
        ),
        Setting(
            "polar.check_interval",
            .number(0...86_400, unit: "seconds"),
            standard: 60,
            "How often the receiver looks how Polar's endpoint fares; 0 for never."
        ),
        Setting(
            "polar.reconcile_interval",
            .number(0...86_400, unit: "seconds"),
            standard: 900,
            "How often it looks for events that have not arrived, and stores them; 0 for never."
        ),
        Setting(
            "polar.enable_endpoint",
            .flag,
            standard: false,
            "Whether it enables an endpoint again that Polar has disabled, once a test of itself has passed."
        ),
    ]
}
