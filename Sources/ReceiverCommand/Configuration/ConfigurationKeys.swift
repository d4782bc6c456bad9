import Yams

/// The keys a configuration file may have; whoever adds a setting names it here.
struct ConfigurationKeys {
    private static let values = [
        "host", "port", "database_url", "log_level", "log_format", "shutdown_grace", "delivery.lane_patience",
        "delivery.compare_bodies", "retention.days", "retention.scrub_deleted_customers", "http.request_line_limit",
        "http.header_limit", "http.field_limit", "http.body_limit", "http.head_timeout", "http.body_timeout",
        "http.idle_timeout", "http.connection_limit", "http.address_limit", "http.client_field", "tls.certificate_file",
        "tls.key_file", "tls.pkcs12_file",
        "tls.password", "tls.password_file",
    ]

    private static let endpointValues = [
        "path", "secret_file", "tolerance", "sender_file", "refuse_other_senders",
    ]

    private let path: String
    private let valueKeys: Set<String>
    private let listKeys: Set<String>

    /// Sections whose keys belong to a handler module.
    private let handlerKeys: Set<String>

    init(endpointNames: [String], handlerNames: [String], path: String) {
        self.path = path
        handlerKeys = Set(handlerNames.map { "handlers.\($0)" })
        valueKeys = Set(
            Self.values
                + endpointNames.flatMap { name in
                    Self.endpointValues.map { "endpoints.\(name).\($0)" }
                }
        )
        listKeys = Set(
            endpointNames.flatMap { ["endpoints.\($0).secrets", "endpoints.\($0).handlers"] } + [
                "retention.types", "http.trusted_proxies",
            ]
        )
    }

    /// Checks that every key is known and has the shape it should have.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 that names the nearest known key.
    func check(_ mapping: Node.Mapping, under prefix: String = "") throws {
        for (name, node) in mapping {
            let key = prefix + (name.string ?? "?")
            switch node {
            case .mapping(let inner) where handlerKeys.contains(key): try checkHandler(inner, key)
            case .mapping(let inner) where isSection(key): try check(inner, under: key + ".")
            case .scalar where valueKeys.contains(key): break
            case .sequence(let list) where listKeys.contains(key) && list.allSatisfy({ $0.scalar != nil }): break
            // A section without content, such as a line 'http:' above nothing but comments.
            case .scalar(let scalar) where isSection(key) && scalar.string.isEmpty: break
            default: throw refusal(of: key)
            }
        }
    }

    /// Checks the shape only: the module says which keys it takes.
    private func checkHandler(_ mapping: Node.Mapping, _ section: String) throws {
        for (name, node) in mapping {
            switch node {
            case .scalar: break
            case .sequence(let list) where list.allSatisfy({ $0.scalar != nil }): break
            default:
                throw CommandFailure.configuration(
                    "The key \(section).\(name.string ?? "?") in \(path) takes a single value or a list of texts."
                )
            }
        }
    }

    private func isSection(_ key: String) -> Bool {
        key == "endpoints" || key == "handlers" || handlerKeys.contains(key)
            || (valueKeys.union(listKeys)).contains { $0.hasPrefix(key + ".") }
    }

    private func refusal(of key: String) -> CommandFailure {
        if valueKeys.contains(key) { return .configuration("The key \(key) in \(path) takes a single value.") }
        if listKeys.contains(key) { return .configuration("The key \(key) in \(path) takes a list of texts.") }
        if isSection(key) { return .configuration("The key \(key) in \(path) takes keys of its own below it.") }
        let nearest = Spelling.nearest(to: key, among: valueKeys.union(listKeys).sorted())
        let hint = nearest.map { "did you mean \($0)?" } ?? "config/receiver.yaml describes every key."
        return .configuration("The key \(key) in \(path) is unknown; \(hint)")
    }
}
