import ArgumentParser

/// How far a server takes a message before it answers.
enum Tier: String, CaseIterable, ExpressibleByArgument {
    /// It is read.
    case http

    /// Its signature is verified too.
    case verified

    /// It is stored too, with a delivery.
    case durable

    static var names: String {
        allCases.map(\.rawValue).joined(separator: ", ")
    }
}
