package import Foundation
public import Logging
public import PolarReceiver

/// Appends each event as one line of JSON to a file.
///
/// A delivery succeeds once its line is on the disk, unless `fsync` is turned off.
public struct FileHandler: ConfigurableHandlerModule {
    /// `file`.
    public static let kind = "file"

    /// The name of its section in the configuration.
    public let id: HandlerID

    /// False: its code runs no code of others.
    public var canEndProcess: Bool { false }

    /// The file that lines are appended to; rotated files have its name and a moment behind it.
    package let path: String

    private let file: EventFile

    /// Makes the module of its section: `path`, and `rotate_size`, `rotate_age`, `keep` and `fsync` where they are set.
    public init(_ options: HandlerOptions) throws {
        let path = try options.requiredPath("path", "the file that events are appended to")
        let rule = RotationRule(
            size: try options.integer("rotate_size", in: 1...1_048_576).map { $0 * 1_048_576 },
            hours: try options.integer("rotate_age", in: 1...87_600),
            keep: try options.integer("keep", in: 1...1_000_000)
        )
        self.init(id: options.id, path: path, rule: rule, syncs: try options.flag("fsync") ?? true)
    }

    package init(
        id: HandlerID,
        path: String,
        rule: RotationRule = RotationRule(),
        syncs: Bool = true,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.id = id
        self.path = path
        file = EventFile(EventFileWriter(path: path, rule: rule, syncs: syncs, now: now))
    }

    /// Registers for every event.
    public func register(on events: inout EventRegistrar) {
        events.onAny { _, delivery in
            try await file.append(EventLine(delivery).bytes, logger: delivery.logger)
        }
    }

    /// Looks whether the file can be made or appended to.
    public func check() throws {
        try AppendedFile.check(path: path)
    }

    /// Opens the file, so that a path that cannot be used is known before the first event.
    public func start(logger: Logger) async throws {
        try await file.open()
    }

    /// Closes the file.
    public func stop() async {
        await file.close()
    }
}
