/// Where a new package gets polar-receiver from.
enum PackageOrigin: Hashable, Sendable {
    /// An absolute path.
    case path(String)

    /// A Git repository, and the oldest version that will do.
    case url(String, version: String)

    /// Whether an image needs a copy of it.
    var isPath: Bool {
        if case .path = self { true } else { false }
    }
}
