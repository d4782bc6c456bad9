import Foundation
import PolarHandlers
import PolarReceiver

/// The files that a receiver reads or keeps itself, into which no handler may write.
struct OwnFiles {
    /// A file wherever its path leads, also by a link or another name of the same file.
    private struct Place: Hashable {
        let path: String
        let device: UInt64?
        let number: UInt64?

        init(_ path: String) {
            let file = URL(filePath: path)
            let folder = file.deletingLastPathComponent().resolvingSymlinksInPath().path
            self.path = folder + "/" + file.lastPathComponent
            var status = stat()
            let exists = stat(path, &status) == 0
            (device, number) = exists ? (UInt64(status.st_dev), UInt64(status.st_ino)) : (nil, nil)
        }

        func isSame(as other: Place) -> Bool {
            path == other.path || number != nil && number == other.number && device == other.device
        }
    }

    private let files: [Place]

    /// The path of the inbox; its companions have this path and more behind it.
    private let database: Place?

    /// Collects the files of a configuration.
    init(_ settings: Settings) {
        let named = settings.values().compactMap(\.file)
        files = (named + [settings.source.file, settings.polar.tokenFile, DevelopmentSecret.path].compactMap(\.self))
            .map(Place.init)
        database = if case .sqlite(let path) = settings.database { Place(path) } else { nil }
    }

    /// Checks that each handler that writes a file has one of its own.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    func check(_ modules: [any HandlerModule]) throws {
        var written: [(place: Place, handler: HandlerID)] = []
        for case let module as FileHandler in modules.map({ ($0 as? TunedModule)?.module ?? $0 }) {
            let place = Place(module.path)
            guard !isOwn(place) else {
                throw CommandFailure.configuration(
                    """
                    The handler \(module.id) cannot write to \(module.path), a file of the receiver itself; give \
                    handlers.\(module.id).path a file of its own.
                    """
                )
            }
            if let other = written.first(where: { $0.place.isSame(as: place) }) {
                throw CommandFailure.configuration(
                    "The handlers \(other.handler) and \(module.id) both write to \(module.path); give each a file of its own."
                )
            }
            written.append((place, module.id))
        }
    }

    private func isOwn(_ place: Place) -> Bool {
        if let database {
            if place.isSame(as: database) { return true }
            if ["-", "."].contains(where: { place.path.hasPrefix(database.path + $0) }) { return true }
        }
        return files.contains { $0.isSame(as: place) }
    }
}
