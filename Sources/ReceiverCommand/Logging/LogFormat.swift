/// How log lines look.
enum LogFormat: String, CaseIterable, Sendable {
    /// For people.
    case text

    /// One JSON object a line, for machines.
    case json
}
