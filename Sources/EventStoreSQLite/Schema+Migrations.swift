extension Schema {
    /// The schema of this version.
    static let current = Schema(migrations: [v1])

    /// Dates are microseconds since 1970 in UTC; `headers` is a JSON array of name and value pairs.
    ///
    /// The body comes last, so that reading the other columns does not touch its pages. `lane` names the deliveries that
    /// wait for each other. The index of open deliveries leaves out those that succeeded, which soon are nearly all.
    private static let v1 = Migration(
        name: "v1",
        sql: """
            PRAGMA application_id = \(applicationID);

            CREATE TABLE messages (
                id INTEGER PRIMARY KEY,
                endpoint TEXT NOT NULL,
                webhook_id TEXT NOT NULL,
                type TEXT,
                timestamp INTEGER,
                api_version TEXT,
                subject TEXT,
                headers TEXT NOT NULL,
                received_at INTEGER NOT NULL,
                body BLOB NOT NULL,
                UNIQUE (endpoint, webhook_id)
            ) STRICT;

            CREATE TABLE deliveries (
                id INTEGER PRIMARY KEY,
                message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
                handler TEXT NOT NULL,
                state TEXT NOT NULL,
                attempt INTEGER NOT NULL,
                interruptions INTEGER NOT NULL,
                next_attempt_at INTEGER NOT NULL,
                lane TEXT,
                last_error TEXT
            ) STRICT;

            CREATE INDEX deliveries_by_message ON deliveries (message_id);

            CREATE INDEX open_deliveries ON deliveries (state, handler, next_attempt_at)
            WHERE state = 'pending' OR state = 'running' OR state = 'dead';

            CREATE TABLE probe (value BLOB NOT NULL) STRICT;
            INSERT INTO probe VALUES (zeroblob(32768));
            """
    )
}
