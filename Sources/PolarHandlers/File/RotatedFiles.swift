import Foundation
import Logging

/// The earlier files beside a file, called like it with the moment of their end: `events.jsonl.20261125T175524.123Z`.
struct RotatedFiles: Sendable {
    private let path: String
    private let folder: URL
    private let prefix: String

    init(of path: String) {
        let file = URL(filePath: path)
        self.path = path
        folder = file.deletingLastPathComponent()
        prefix = file.lastPathComponent + "."
    }

    /// The moments in the names, oldest first; whatever else is in the folder is nobody's business here.
    private func stamps() throws(FileError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw FileError("Cannot list the folder \(folder.path)")
        }
        return names.filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }
            .filter { Self.moment(of: $0) != nil }
            .sorted()
    }

    /// Gives the file a name that sorts behind all earlier ones, even when the clock was set back.
    func rotate(at moment: Date) throws(FileError) {
        let stamp = try Self.stamp(of: moment, after: stamps().last)
        guard rename(path, path + "." + stamp) == 0 else { throw FileError("Cannot rename \(path)", errno) }
    }

    /// Removes the oldest files; what cannot be removed is tried again after the next rotation.
    func remove(allBut count: Int, logger: Logger) {
        guard let stamps = try? stamps() else { return }
        for stamp in stamps.dropLast(count) {
            let name = path + "." + stamp
            guard unlink(name) != 0 else { continue }
            logger.warning(
                "Cannot remove a rotated file",
                metadata: ["file.path": "\(name)", "error.message": "\(String(cString: strerror(errno)))"]
            )
        }
    }

    // MARK: Moments in names

    private static let style = Date.ISO8601FormatStyle(
        dateSeparator: .omitted,
        timeSeparator: .omitted,
        includingFractionalSeconds: true
    )

    private static func moment(of stamp: String) -> Date? {
        guard let date = try? style.parse(stamp), style.format(date).count == stamp.count else { return nil }
        return date
    }

    private static func stamp(of moment: Date, after last: String?) -> String {
        let stamp = style.format(moment)
        guard let last, stamp <= last, let lastMoment = Self.moment(of: last) else { return stamp }
        // A millisecond and a half: a fraction of a millisecond may be cut off in between.
        return style.format(lastMoment + 0.0015)
    }
}
