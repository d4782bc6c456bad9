/// Something an operator should know of a store that is not the outcome of a call.
public enum StoreNotice: Hashable, Sendable {
    /// The store copies the database before it migrates it, which can take minutes and holds up the start.
    case copying(bytes: Int64, to: String)

    /// The copy is made, and the store changes the schema.
    case migrating(from: String, to: String)

    /// The schema is changed; the copy from before holds everything that the inbox held then.
    case migrated(to: String, duration: Duration, copy: String)

    /// Another program reads the database and has kept content that was removed in its log for this long.
    case logHeld(Duration)
}
