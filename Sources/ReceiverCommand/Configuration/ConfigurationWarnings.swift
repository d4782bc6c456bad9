import EventStore
import EventStoreSQLite
import Foundation
import PolarReceiver

/// What a receiver can work with and its operator most likely did not mean.
enum ConfigurationWarnings {
    /// Sentences about the handlers and their filters.
    static func sentences(about modules: [any HandlerModule], _ settings: Settings) -> [String] {
        typeSentences(about: modules, settings.retention) + nameSentences(about: modules)
    }

    /// Sentences about deliveries in the inbox that none of these handlers runs.
    static func orphanSentences(about modules: [any HandlerModule], in database: DatabaseLocation) async -> [String] {
        guard case .sqlite(let path) = database, FileManager.default.fileExists(atPath: path) else { return [] }
        do throws(StoreError) {
            let summary = try await SQLiteReader(path: path).summary()
            return OrphanedDeliveries(in: summary, handlers: modules.map(\.id)).sentences
        } catch {
            return ["The deliveries in the inbox could not be compared with the handlers: \(error)"]
        }
    }

    // MARK: Event types

    private static func typeSentences(about modules: [any HandlerModule], _ retention: RetentionPolicy) -> [String] {
        let filters = modules.flatMap { module in
            patterns(of: module).map { (key: "handlers.\(module.id).events", pattern: $0) }
        }
        let rules = retention.rules.map { (key: "retention.types", pattern: $0.types) }
        return (filters + rules).compactMap { sentence(about: $0.pattern, in: $0.key) }
    }

    private static func patterns(of module: any HandlerModule) -> [TypePattern] {
        (module as? TunedModule)?.patterns ?? []
    }

    /// A type may be newer than this build, so a type that it does not know is no error.
    private static func sentence(about pattern: TypePattern, in key: String) -> String? {
        let known = EventType.all.map(\.rawValue)
        guard !known.contains(where: pattern.matches) else { return nil }
        let candidates = QueryCheck.candidates(for: pattern, among: known)
        let hint = Spelling.nearest(to: pattern.rawValue, among: candidates).map { "; did you mean \($0)?" } ?? "."
        return "\(key) names \(pattern), but none of the \(known.count) event types of Polar matches it\(hint)"
    }

    // MARK: Names

    /// `HANDLERS_<NAME>_MODULE`, copied as it stands, makes a handler called `_name_`.
    private static func nameSentences(about modules: [any HandlerModule]) -> [String] {
        modules.map(\.id.rawValue).filter { $0.hasPrefix("_") || $0.hasSuffix("_") }.map { name in
            "The handler \(name) has an underscore at an end of its name; write HANDLERS_SHOP_MODULE for a handler shop."
        }
    }
}
