/// A rule by which a library judges a message otherwise than we do, on purpose.
struct Difference: Sendable {
    /// What the library does, and why we do not.
    let reason: String
    let libraries: Set<Library>

    /// The message as the library reads it, so that our verdict on that is the library's; nil when it refuses outright.
    let reading: @Sendable (TableMessage) -> TableMessage?

    init(
        _ reason: String,
        in libraries: Set<Library> = Set(Library.allCases),
        reading: @escaping @Sendable (TableMessage) -> TableMessage?
    ) {
        self.reason = reason
        self.libraries = libraries
        self.reading = reading
    }

    /// Whether this difference alone explains a verdict that is not ours.
    func explains(_ isAccepted: Bool, of message: TableMessage) -> Bool {
        (reading(message)?.isAccepted ?? false) == isAccepted
    }
}
