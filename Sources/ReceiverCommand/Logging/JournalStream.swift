import Glibc

/// Whether lines go to systemd's journal, which takes a level from the start of each (sd-daemon(3)).
enum JournalStream {
    /// - Parameter variable: `JOURNAL_STREAM`, the device and inode of the journal's socket; children inherit it.
    static func isBehind(_ descriptor: Int32, variable: String?) -> Bool {
        var facts = stat()
        guard let variable, fstat(descriptor, &facts) == 0 else { return false }
        return variable == "\(facts.st_dev):\(facts.st_ino)"
    }
}
