import Foundation

/// The system's copy of a file in memory.
enum PageCache {
    /// Has the next reads come from the disk; without effect on pages that are still to be written.
    static func forget(_ path: String) {
        for suffix in ["", "-wal"] {
            let descriptor = open(path + suffix, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
            close(descriptor)
        }
    }
}
