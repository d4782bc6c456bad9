import Configuration
import EventStore
import Foundation
import SystemPackage
import Yams

/// A configuration file whose keys and shapes are checked, so that no misspelt setting is silently ignored.
struct ConfigurationFile {
    let path: String

    /// The endpoints in the order of the file.
    let endpointNames: [String]

    /// The keys of each section `handlers.<name>`; the modules know which are right.
    let handlerKeys: [String: [String]]

    /// Nil for a file that holds nothing but comments.
    let provider: (any ConfigProvider)?

    /// Reads and checks a file.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(path: String) async throws {
        self.path = path
        guard let root = try Self.root(path: path) else {
            (endpointNames, handlerKeys, provider) = ([], [:], nil)
            return
        }
        endpointNames = try Self.names(in: root["endpoints"], "endpoint", path: path)
        let handlerNames = try Self.names(in: root["handlers"], "handler", path: path)
        try ConfigurationKeys(endpointNames: endpointNames, handlerNames: handlerNames, path: path).check(root)
        handlerKeys = Self.keys(of: handlerNames, in: root["handlers"])
        provider = try await Self.provider(path: path)
    }

    private static func root(path: String) throws -> Node.Mapping? {
        let text: String
        do { text = try String(contentsOf: URL(filePath: path), encoding: .utf8) } catch {
            throw CommandFailure.configuration("Cannot read the configuration file \(path): name a readable YAML file.")
        }
        do {
            guard let root = try Yams.compose(yaml: text) else { return nil }
            if let mapping = root.mapping { return mapping }
        } catch {
            throw CommandFailure.configuration(
                "The configuration file \(path) is not valid YAML: \(Self.place(of: error))."
            )
        }
        throw CommandFailure.configuration("The configuration file \(path) must consist of lines like 'port: 8080'.")
    }

    /// Where the mistake is; the parser's own text could show a secret.
    private static func place(of error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            "line \(mark.line), \(problem)"
        case .duplicatedKeysInMapping(_, let context): "the section of line \(context.mark.line) has a key twice"
        default: "its structure cannot be read"
        }
    }

    private static func keys(of handlers: [String], in section: Node?) -> [String: [String]] {
        let keys = handlers.map { name in
            (name, section?.mapping?[name]?.mapping?.keys.compactMap(\.string) ?? [])
        }
        return Dictionary(keys) { first, _ in first }
    }

    /// The names that are keys of a section, in the order of the file.
    private static func names(in section: Node?, _ kind: String, path: String) throws -> [String] {
        guard let names = section?.mapping?.keys else { return [] }
        return try names.map { node in
            let name = node.string ?? ""
            guard HandlerID(rawValue: name).isWellFormed else {
                throw CommandFailure.configuration(
                    "The \(kind) name '\(name)' in \(path) must consist of small letters, digits, - and _."
                )
            }
            return name
        }
    }

    private static func provider(path: String) async throws -> any ConfigProvider {
        do {
            return try await FileProvider<YAMLSnapshot>(
                parsingOptions: YAMLSnapshot.ParsingOptions(secretsSpecifier: .all),
                filePath: FilePath(path)
            )
        } catch {
            throw CommandFailure.configuration("The configuration file \(path) has a value of an unknown kind.")
        }
    }
}
