import Glibc

/// Owns a file descriptor and closes it with its last reference.
final class Descriptor: Sendable {
    let value: Int32

    init(_ value: Int32) {
        self.value = value
    }

    deinit {
        close(value)
    }
}
