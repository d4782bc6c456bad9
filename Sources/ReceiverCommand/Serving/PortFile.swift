import Foundation

/// A file that tells other programs which port was chosen; it appears whole or not at all.
struct PortFile {
    let path: String

    func write(_ port: Int) throws {
        do {
            try Data("\(port)\n".utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure("Cannot write the port to \(path): name a file in a folder you may write to.")
        }
    }
}
