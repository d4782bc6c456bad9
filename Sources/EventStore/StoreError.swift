/// A failure of the store: what kind, while doing what, and why.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kind of failure.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable text, for logs and metrics.
        public let description: String

        /// Too much waits to be written; try again later.
        public static let overloaded = Code(description: "overloaded")

        /// The disk is full.
        public static let full = Code(description: "disk_full")

        /// The database cannot be written: a read-only disk or missing rights.
        public static let readOnly = Code(description: "read_only")

        /// Another receiver or program holds the database.
        public static let locked = Code(description: "locked")

        /// The file is damaged or no database.
        public static let corrupt = Code(description: "corrupt")

        /// A newer version of the receiver wrote the database.
        public static let newerSchema = Code(description: "newer_schema")

        /// A write takes longer than its caller waits.
        public static let unresponsive = Code(description: "unresponsive")

        /// A read would have taken longer than it may.
        public static let tooSlow = Code(description: "too_slow")

        /// The store is closed.
        public static let closed = Code(description: "closed")

        /// Anything else, such as an error of the disk.
        public static let failed = Code(description: "failed")
    }

    /// The kind of failure.
    public let code: Code

    /// What the store was doing, such as `append`.
    public let operation: String

    /// One sentence for the operator, with the remedy where there is one.
    public let description: String

    /// The cause as the database names it.
    public let cause: String?

    /// Makes an error.
    public init(_ code: Code, operation: String, description: String, cause: String? = nil) {
        self.code = code
        self.operation = operation
        self.description = description
        self.cause = cause
    }

    /// The sentence with operation and cause.
    public var debugDescription: String {
        "\(description) (\(operation): \(code)\(cause.map { ", \($0)" } ?? ""))"
    }
}

extension StoreError {
    /// The error of every call after ``EventStore/close()``.
    package static func isClosed(_ operation: String) -> StoreError {
        StoreError(.closed, operation: operation, description: "The event store is closed; the receiver is stopping.")
    }
}
