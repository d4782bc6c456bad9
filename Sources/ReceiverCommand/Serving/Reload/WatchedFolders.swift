import Foundation
import Glibc

/// The folders in which something has to happen before a path leads to another file.
///
/// That is the folder of the file, the folder of every link on the way, as Kubernetes has them, and where the way ends
/// early the last folder there is.
enum WatchedFolders {
    /// As many links as the system follows.
    private static let linkLimit = 40

    static func of(_ paths: Set<String>) -> Set<String> {
        paths.reduce(into: []) { $0.formUnion(folders(for: $1)) }
    }

    private static func folders(for path: String) -> Set<String> {
        var folders: Set<String> = []
        var folder = path.hasPrefix("/") ? "/" : FileManager.default.currentDirectoryPath
        var rest = parts(of: path)
        var links = 0
        while let name = rest.popLast() {
            let place = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
            if rest.isEmpty { folders.insert(folder) }
            if let target = target(ofLink: place), links < linkLimit {
                links += 1
                folders.insert(folder)
                if target.hasPrefix("/") { folder = "/" }
                rest += parts(of: target)
            } else if isFolder(place) {
                folder = place
            } else {
                folders.insert(folder)
                return folders
            }
        }
        return folders
    }

    /// The names on the way, the first one last.
    private static func parts(of path: String) -> [String] {
        path.split(separator: "/").reversed().map(String.init)
    }

    private static func target(ofLink path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path)  // nil: no link
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
