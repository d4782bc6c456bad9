import PolarReceiver
import Yams

/// The keys a configuration file may have, of the catalogue and its own sections.
struct ConfigurationKeys {
    private let path: String
    private let valueKeys: Set<String>
    private let listKeys: Set<String>

    /// Sections whose keys belong to a handler module.
    private let handlerKeys: Set<String>

    init(endpointNames: [String], handlerNames: [String], path: String) {
        self.path = path
        handlerKeys = Set(handlerNames.map { "handlers.\($0)" })
        func keys(ofLists isList: Bool) -> Set<String> {
            let plain = Setting.plain.filter { $0.isList == isList }.map(\.key)
            let endpoint = Setting.endpoint.filter { $0.isList == isList }
            return Set(plain + endpoint.flatMap { endpointNames.map($0.key(named:)) })
        }
        valueKeys = keys(ofLists: false)
        listKeys = keys(ofLists: true)
    }

    /// Checks that every key is known and has the shape it should have.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 that names the nearest known key.
    func check(_ mapping: Node.Mapping, under prefix: String = "") throws {
        for (name, node) in mapping {
            let key = prefix + (name.string ?? "?")
            if isValue(key) { try checkValue(node, of: key) }
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
            let key = "\(section).\(name.string ?? "?")"
            try checkValue(node, of: key)
            switch node {
            case .scalar: break
            case .sequence(let list) where list.allSatisfy({ $0.scalar != nil }): break
            default:
                throw CommandFailure.configuration("The key \(key) in \(path) takes a single value or a list of texts.")
            }
        }
    }

    /// Refuses an empty text or list, which could mean everything as well as nothing.
    private func checkValue(_ node: Node, of key: String) throws {
        switch node {
        case .scalar(let scalar) where scalar.string.isEmpty:
            throw CommandFailure.configuration(
                "The key \(key) in \(path) has no value: give it one, or remove the line."
            )
        case .sequence(let list) where list.isEmpty || list.contains { $0.scalar?.string.isEmpty == true }:
            throw CommandFailure.configuration(
                "The list \(key) in \(path) is empty or has an empty entry: name what belongs there, or remove the key."
            )
        default: break
        }
    }

    private func isValue(_ key: String) -> Bool { valueKeys.contains(key) || listKeys.contains(key) }

    private func isSection(_ key: String) -> Bool {
        key == "endpoints" || key == "handlers" || handlerKeys.contains(key)
            || (valueKeys.union(listKeys)).contains { $0.hasPrefix(key + ".") }
    }

    private func refusal(of key: String) -> CommandFailure {
        if valueKeys.contains(key) { return .configuration("The key \(key) in \(path) takes a single value.") }
        if listKeys.contains(key) { return .configuration("The key \(key) in \(path) takes a list of texts.") }
        if isSection(key) { return .configuration("The key \(key) in \(path) takes keys of its own below it.") }
        let sections = key.contains(".") ? [] : ["endpoints", "handlers"]
        let known = valueKeys.union(listKeys)
        let groups = key.contains(".") ? [] : Set(known.compactMap { $0.contains(".") ? $0.prefix { $0 != "." } : nil })
        let nearest = Spelling.nearest(to: key, among: known.sorted() + groups.map(String.init).sorted() + sections)
        let hint = nearest.map { "did you mean \($0)?" } ?? "'config reference' describes every key."
        return .configuration("The key \(key) in \(path) is unknown; \(hint)")
    }
}
