import EventStore
import Logging
import PolarReceiver

extension Setting {
    /// How many days anything can be kept.
    static let dayRange = 0...36_500

    static let server = [
        Setting(
            "host",
            .text,
            standard: "0.0.0.0",
            "The address to listen on: an IPv4 or IPv6 address, or a host name."
        ),
        Setting("port", .number(0...65_535), standard: 8_080, "The port; 0 takes a free one, see `serve --port-file`."),
        Setting(
            "database_url",
            .text,
            standard: "sqlite:data/receiver.db",
            "Where messages are stored before they are answered: `sqlite:` and the path of a file, or `memory:` for a trial."
        ),
        Setting(
            "log_level",
            .choice(Logger.Level.allCases.map(\.rawValue)),
            standard: Logger.Level.info,
            traits: .reloaded,
            "How much the log says."
        ),
        Setting(
            "log_format",
            .choice(LogFormat.allCases.map(\.rawValue)),
            standard: LogFormat.text.rawValue,
            "How log lines look: `text` for people, `json` for machines."
        ),
        Setting(
            "shutdown_grace",
            .number(0...3_600, unit: "seconds"),
            standard: 8,
            "How long running handlers and clients have after SIGTERM or SIGINT; what is unfinished runs at the next start."
        ),
    ]

    static let delivery = [
        Setting(
            "delivery.lane_patience",
            .number(0...604_800, unit: "seconds"),
            standard: 900,
            "How long events wait behind one about the same subject that fails, from its first failure on."
        ),
        Setting(
            "delivery.compare_bodies",
            .flag,
            standard: false,
            "Whether a message with the same body at another endpoint is a duplicate."
        ),
    ]

    static let retention = [
        Setting(
            "retention.days",
            .number(dayRange, unit: "days"),
            standard: 90,
            "How long bodies and headers of finished messages are kept; 0 is for good."
        ),
        Setting(
            "retention.types",
            .list,
            "Other ages for some event types, such as `checkout.*=7`."
        ),
        Setting(
            "retention.scrub_deleted_customers",
            .flag,
            standard: RetentionPolicy().scrubsDeletedCustomers,
            "Whether the messages of a customer are emptied, within a minute, once Polar has deleted the customer."
        ),
    ]

    /// What is set by a variable only.
    static let environment = [
        Setting("config_file", .text, traits: .environmentOnly, "The configuration file; `--config` wins."),
        Setting(
            "polar_webhook_secret",
            .text,
            traits: [.environmentOnly, .secret],
            """
            The secret of the only endpoint, or of the one that is called polar. It replaces what the file says. Several \
            secrets can be separated by spaces or commas, if each begins with `whsec_`, `polar_whs_` or `whpk_` or has 24 \
            characters.
            """
        ),
        Setting(
            "polar_webhook_secret_file",
            .file,
            traits: [.environmentOnly, .reloaded],
            "A file with such secrets, one per line."
        ),
    ]
}
