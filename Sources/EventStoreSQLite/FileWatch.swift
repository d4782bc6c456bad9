import EventStore
import Foundation
import Synchronization

/// Notices when another program moves, removes or overwrites the files of a database that is in use.
///
/// SQLite keeps writing to a file without a name, and mixes its pages with those of a copy that was written over the
/// file. Both lose messages.
final class FileWatch: Sendable {
    /// What the database file was when it was looked at last.
    private struct State {
        var head: DatabaseHead?
        var size: off_t = 0
        var isOverwritten = false
    }

    private let path: String
    private let descriptor: Int32
    private let places: [FilePlace]
    private let state: Mutex<State>

    /// Remembers the files as they are now.
    ///
    /// - Parameter descriptor: the open database file.
    init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
        places = ["", "-wal"].map { FilePlace(path: path + $0) }
        state = Mutex(State(head: DatabaseHead(descriptor: descriptor), size: Self.size(of: descriptor) ?? 0))
    }

    /// Whether another program wrote the database file: its pages and those in the log do not belong together then.
    var isOverwritten: Bool {
        state.withLock { state in
            Self.look(at: descriptor, &state)
            return state.isOverwritten
        }
    }

    /// Throws when the files are not those that were opened.
    func check() throws(StoreError) {
        guard places.allSatisfy(\.isKept) else { throw .moved(path) }
        guard !isOverwritten else { throw .overwritten(path) }
    }

    private static func look(at descriptor: Int32, _ state: inout State) {
        // A disk that fails says nothing about the file.
        guard !state.isOverwritten, let size = size(of: descriptor) else { return }
        guard size >= state.size else {
            state.isOverwritten = true
            return
        }
        guard let head = DatabaseHead(descriptor: descriptor) else { return }
        state.isOverwritten = state.head?.canPrecede(head) == false
        state.head = head
        state.size = size
    }

    private static func size(of descriptor: Int32) -> off_t? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status.st_size : nil
    }
}
