import EventStore
import PolarHandlers
import PolarReceiver

/// The sections `handlers.<name>` of the configuration, and the modules they ask for.
struct HandlerSettings: Sendable {
    /// The modules that every receiver has at hand.
    private static let builtIn: [any ConfigurableHandlerModule.Type] = [
        LogHandler.self, FileHandler.self, ForwardHandler.self, ExecHandler.self,
    ]

    private let sections: [HandlerOptions]

    /// The keys below each section in the file.
    private let fileKeys: [String: [String]]

    init(_ reader: SettingReader, fileKeys: [String: [String]], environment: [String: String]) {
        self.fileKeys = fileKeys
        let names = fileKeys.keys.sorted()
        let others = Self.names(in: environment).filter { other in
            !names.contains { Self.moduleVariable($0) == Self.moduleVariable(other) }
        }
        sections = (names + others).map { name in
            HandlerOptions(id: HandlerID(rawValue: name)) {
                reader.optionalText("handlers.\(name).\($0)")
            } lists: {
                reader.texts("handlers.\(name).\($0)")
            }
        }
    }

    /// The modules of a receiver: those made in code, those that the configuration asks for, or else the log.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    func modules(
        _ own: [any HandlerModule],
        kinds: [any ConfigurableHandlerModule.Type]
    ) throws -> [any HandlerModule] {
        let kinds = Self.builtIn + kinds
        // A section tunes the module of its name, so a second one of that name would be lost.
        for (index, module) in own.enumerated() where own[..<index].contains(where: { $0.id == module.id }) {
            throw CommandFailure.configuration(RegistrationError.duplicateHandler(module.id).description)
        }
        var modules = own.filter { module in !sections.contains { $0.id == module.id } }
        for section in sections {
            modules.append(try module(of: section, own, kinds))
            try checkKeys(of: section)
        }
        return modules.isEmpty ? [LogHandler()] : modules
    }

    /// What an operator should know about the secrets that the modules have read.
    var secretWarnings: [String] { sections.flatMap(\.secretWarnings) }

    private func module(
        of section: HandlerOptions,
        _ own: [any HandlerModule],
        _ kinds: [any ConfigurableHandlerModule.Type]
    ) throws -> any HandlerModule {
        do {
            let tuning = try HandlerTuning(section)
            if let module = own.first(where: { $0.id == section.id }) { return TunedModule(module, tuning) }
            return TunedModule(try make(section, own, kinds), tuning)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure.configuration("\(error)")
        }
    }

    private func make(
        _ section: HandlerOptions,
        _ own: [any HandlerModule],
        _ kinds: [any ConfigurableHandlerModule.Type]
    ) throws -> any HandlerModule {
        let chosen = section.text("module")
        let name = chosen ?? section.id.rawValue
        if let kind = kinds.first(where: { $0.kind == name }) { return try kind.init(section) }
        // Without a choice, the name of the section is meant to be that of a module of this build.
        let nearest = chosen == nil ? Spelling.nearest(to: name, among: own.map(\.id.rawValue)) : nil
        let hint = nearest.map { " Did you mean handlers.\($0)?" } ?? ""
        throw CommandFailure.configuration(
            """
            The handler \(section.id) has no module called \(name): set handlers.\(section.id).module to \
            \(kinds.map { $0.kind }.joined(separator: ", ")).\(hint)
            """
        )
    }

    /// Refuses a key that neither the module nor the receiver asked for.
    private func checkKeys(of section: HandlerOptions) throws {
        let asked = section.askedKeys
        guard let unknown = fileKeys[section.id.rawValue]?.first(where: { !asked.contains($0) }) else { return }
        let prefix = "handlers.\(section.id)."
        let nearest = Spelling.nearest(to: unknown, among: asked.sorted())
        let hint =
            nearest.map { "did you mean \(prefix)\($0)?" } ?? "it takes \(asked.sorted().joined(separator: ", "))."
        throw CommandFailure.configuration("The key \(prefix)\(unknown) is unknown; \(hint)")
    }

    // MARK: Listing

    /// The value of each common key, and of each option that a module has asked for.
    ///
    /// Of the latter numbers, words, paths and addresses are shown; any other text may be a secret.
    ///
    /// - Parameter modules: the modules of the sections, whose own values are in force where none is set.
    func values(_ reader: SettingReader, _ modules: [any HandlerModule]) -> [SettingValue] {
        sections.flatMap { section in
            let name = section.id.rawValue
            let module = modules.first { $0.id == section.id }
            let common = Setting.handler.map { setting in
                let value = reader.value(of: setting, named: name)
                guard !value.isSet, let text = module.flatMap({ Self.value(of: setting, in: $0) }) else { return value }
                return SettingValue(setting, named: name, texts: [text], origins: [.module])
            }
            let commonNames = Set(Setting.handler.map { $0.key(named: name) })
            let own = section.asked.sorted { $0.key < $1.key }.map { key, use in
                let kind: Setting.Kind = use == .list ? .list : key.hasSuffix("_file") ? .file : .text
                return (setting: Setting("handlers.\(name).\(key)", kind, ""), disclosure: Self.disclosure(of: use))
            }
            return common
                + own.filter { !commonNames.contains($0.setting.key) }.map {
                    reader.value(of: $0.setting, disclosure: $0.disclosure)
                }
        }
    }

    private static func disclosure(of use: HandlerOptions.Use) -> SettingValue.Disclosure {
        switch use {
        case .plain: .whole
        case .address: .address
        case .text, .list: .nothing
        }
    }

    /// What a module does where the configuration does not say.
    private static func value(of setting: Setting, in module: any HandlerModule) -> String? {
        switch setting.key {
        case "handlers.<name>.timeout": "\(module.timeout.components.seconds)"
        case "handlers.<name>.concurrency": "\(module.concurrencyLimit)"
        case "handlers.<name>.attempts": "\(module.retryPolicy.maximumAttempts)"
        default: nil
        }
    }

    // MARK: Environment

    /// The handlers that variables such as `HANDLERS_SHOP_MODULE` name.
    private static func names(in environment: [String: String]) -> [String] {
        environment.filter { !$0.value.isEmpty }.keys.sorted().compactMap { variable in
            guard variable.hasPrefix("HANDLERS_"), variable.hasSuffix("_MODULE") else { return nil }
            let name = variable.dropFirst("HANDLERS_".count).dropLast("_MODULE".count)
            return name.isEmpty ? nil : name.lowercased()
        }
    }

    private static func moduleVariable(_ name: String) -> String {
        SettingName.variable("handlers.\(name).module")
    }
}
