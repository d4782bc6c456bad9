import Foundation

/// A file that is made for a secret before the secret is.
struct NewSecretFile {
    private let path: String

    /// Makes the file, empty.
    ///
    /// - Throws: ``CommandFailure`` where there is one, or where it cannot be made.
    init(path: String) throws {
        self.path = path
        do { try PrivateFile.write("", to: path) } catch {
            throw CommandFailure("Cannot make \(path): name a new file in a folder you may write to.")
        }
    }

    func write(_ secret: String) throws {
        do { try Data("\(secret)\n".utf8).write(to: URL(filePath: path)) } catch {
            throw CommandFailure("Cannot write \(path): look at the disk, and make another secret.")
        }
    }

    /// Removes it again, where there is nothing to be written.
    func remove() {
        unlink(path)
    }
}
