import PolarReceiver

extension Setting {
    static let admin = [
        Setting(
            "admin.host",
            .text,
            standard: "127.0.0.1",
            "The address of the admin listener. One that other machines reach needs a configured token."
        ),
        Setting(
            "admin.port",
            .number(0...65_535),
            standard: 8_081,
            "Its port; 0 takes a free one."
        ),
        Setting(
            "admin.token",
            .text,
            traits: .secret,
            """
            What its clients have to show, `Authorization: Bearer TOKEN`; at least 16 characters. Without it the first start \
            makes one beside the database, in a file with the ending `.token`.
            """
        ),
        Setting("admin.token_file", .file, "A file with that token in its first line."),
    ]

    static let endpoint = [
        Setting(
            "endpoints.<name>.path",
            .text,
            standard: EndpointSettings.defaultPath,
            "Where the messages arrive; a slash at the end makes no difference."
        ),
        Setting(
            "endpoints.<name>.tolerance",
            .number(1...86_400, unit: "seconds"),
            standard: 300,
            traits: .reloaded,
            "How far the sender's clock may be off, either way."
        ),
        Setting(
            "endpoints.<name>.sender_file",
            .file,
            traits: .reloaded,
            "A file with the addresses that the messages should come from, one on a line."
        ),
        Setting(
            "endpoints.<name>.refuse_other_senders",
            .flag,
            standard: false,
            traits: .reloaded,
            "Whether messages from elsewhere are refused, or only reported."
        ),
        Setting(
            "endpoints.<name>.polar_id",
            .text,
            "The id of the endpoint in Polar; without it, the one whose URL ends in the path."
        ),
        Setting(
            "endpoints.<name>.handlers",
            .list,
            "The handlers that get the endpoint's events; without it, all do."
        ),
        Setting(
            "endpoints.<name>.secrets",
            .list,
            traits: [.secret, .reloaded],
            "The secret from the endpoint's page in Polar; several while it is being replaced."
        ),
        Setting(
            "endpoints.<name>.secret_file",
            .file,
            traits: .reloaded,
            "A file with more secrets, one per line."
        ),
    ]

    static let handler = [
        Setting(
            "handlers.<name>.module",
            .text,
            "What handles the events: `log`, `file`, `forward`, `exec`, or a module of your build; without it, the section's name."
        ),
        Setting(
            "handlers.<name>.events",
            .list,
            traits: .reloaded,
            "The event types to take, such as `order.*`, of those that the module takes; without it, all of them."
        ),
        Setting(
            "handlers.<name>.timeout",
            .number(HandlerTuning.timeoutRange, unit: "seconds"),
            "How long one attempt may take; without it, what the module says, which is mostly 60."
        ),
        Setting(
            "handlers.<name>.concurrency",
            .number(HandlerTuning.countRange),
            "How many deliveries run at the same time; without it, what the module says, which is mostly 8."
        ),
        Setting(
            "handlers.<name>.attempts",
            .number(HandlerTuning.countRange),
            "How often each delivery is tried; without it, what the module says, which is mostly 20."
        ),
    ]
}
