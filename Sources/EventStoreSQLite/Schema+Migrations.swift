extension Schema {
    /// The schema of this version.
    static let current = Schema(migrations: [v1, v2, v3, v4, v5])

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

    /// How many low bits of a message's id its block of ``arrivals`` leaves out.
    static let arrivalBlockBits = 10

    /// Lanes, the stale guard, failed attempts, and what listings need.
    ///
    /// - `deliveries.place`: see `LanePlace`; at most one delivery of a handler and lane is the head. `awaited` is 1 for a
    ///   head for which others wait.
    /// - `deliveries_by_state` finds what runs, and lists by state and handler in order of arrival; `due_deliveries` is
    ///   what a claim walks along. Together they replace the index of open deliveries.
    /// - `lane_heads` and `blocked_deliveries` hold open deliveries only, `failing_heads` hardly any.
    /// - `topics` keeps the time of the latest event that succeeded.
    /// - `arrivals` knows the span of arrivals in each block of 1024 messages: a clock that was set back only widens it,
    ///   and an append costs less than with an index.
    private static let v2 = Migration(
        name: "v2",
        sql: """
            ALTER TABLE deliveries ADD COLUMN topic TEXT;
            ALTER TABLE deliveries ADD COLUMN place TEXT;
            ALTER TABLE deliveries ADD COLUMN awaited INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE deliveries ADD COLUMN failing_since INTEGER;
            ALTER TABLE deliveries ADD COLUMN started_at INTEGER;

            DROP INDEX open_deliveries;
            CREATE INDEX deliveries_by_state ON deliveries (state, handler, message_id);

            UPDATE deliveries
            SET place = iif(id = first, 'head', 'blocked'), awaited = id = first AND size > 1
            FROM (
                SELECT handler AS of, lane AS name, min(id) AS first, count(*) AS size FROM deliveries
                WHERE state IN ('pending', 'running') AND lane IS NOT NULL GROUP BY handler, lane
            )
            WHERE state IN ('pending', 'running') AND handler = of AND lane = name;

            CREATE INDEX due_deliveries ON deliveries (handler, next_attempt_at)
            WHERE state = 'pending' AND place IS NOT 'blocked';
            CREATE UNIQUE INDEX lane_heads ON deliveries (handler, lane) WHERE place = 'head';
            CREATE INDEX blocked_deliveries ON deliveries (handler, lane) WHERE place = 'blocked';
            CREATE INDEX failing_heads ON deliveries (handler, awaited, failing_since)
            WHERE state = 'pending' AND place = 'head' AND failing_since IS NOT NULL;

            CREATE TABLE topics (
                handler TEXT NOT NULL,
                topic TEXT NOT NULL,
                timestamp INTEGER NOT NULL,
                PRIMARY KEY (handler, topic)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE attempts (
                id INTEGER PRIMARY KEY,
                delivery_id INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
                attempt INTEGER NOT NULL,
                started_at INTEGER NOT NULL,
                ended_at INTEGER NOT NULL,
                error TEXT NOT NULL
            ) STRICT;
            CREATE INDEX attempts_by_delivery ON attempts (delivery_id);

            CREATE INDEX messages_by_type ON messages (type);
            CREATE INDEX messages_by_subject ON messages (subject);

            CREATE TABLE arrivals (
                block INTEGER PRIMARY KEY,
                earliest INTEGER NOT NULL,
                latest INTEGER NOT NULL
            ) STRICT;
            INSERT INTO arrivals
            SELECT id >> \(arrivalBlockBits), min(received_at), max(received_at) FROM messages GROUP BY 1;
            """
    )

    /// Replays as new ones, duplicates across endpoints, and an index of subjects that costs an append less.
    ///
    /// - `messages_by_subject` begins with the block of a message: what is appended together then goes to a few pages of
    ///   it, where an index of subjects alone takes a page for each. A listing looks into one block after the other.
    /// - `lane_heads` is gone: the writer remembers them.
    /// - `deliveries.generation` counts the replays that gave a new idempotency key.
    /// - `messages.digest` is the hash of a body, where endpoints are compared; it comes after the body, and is read from
    ///   its index only.
    ///
    /// A message without its body has empty `headers`, where others have a list.
    private static let v3 = Migration(
        name: "v3",
        sql: """
            ALTER TABLE deliveries ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

            ALTER TABLE messages ADD COLUMN digest BLOB;
            DROP INDEX lane_heads;
            DROP INDEX messages_by_subject;
            CREATE INDEX messages_by_subject ON messages (id >> \(arrivalBlockBits), subject);
            CREATE INDEX messages_by_digest ON messages (digest) WHERE digest IS NOT NULL;
            """
    )

    /// Suspects, slow deliveries, and runs that do not heed their cancellation.
    ///
    /// - `deliveries.suspect` is 1 for one that ran when a process ended, until a run of it ends; `interruptions` counts
    ///   the ends at which it was the only suspect. Before, it counted all ends, which says nothing about the delivery.
    /// - `deliveries.slow` is 1 after an attempt that exceeded its time-out. `due_deliveries` holds the others apart, so
    ///   that a claim can leave slow ones out without going past them.
    /// - `deliveries.overdue_at` is when the run that goes on exceeded its time-out.
    private static let v4 = Migration(
        name: "v4",
        sql: """
            ALTER TABLE deliveries ADD COLUMN suspect INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE deliveries ADD COLUMN slow INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE deliveries ADD COLUMN overdue_at INTEGER;

            UPDATE deliveries SET interruptions = 0, suspect = (state = 'pending')
            WHERE state IN ('pending', 'running') AND interruptions > 0;

            DROP INDEX due_deliveries;
            CREATE INDEX due_deliveries ON deliveries (handler, slow, next_attempt_at)
            WHERE state = 'pending' AND place IS NOT 'blocked';
            CREATE INDEX suspects ON deliveries (started_at) WHERE suspect = 1;
            """
    )

    /// What deletion needs.
    ///
    /// - `deliveries_by_topic` tells whether a topic still has a delivery. It holds only the deliveries that have a topic.
    /// - `erasures` has the SHA-256 digests of the subjects whose messages must not stay.
    /// - `erasing` has the messages to empty once their deliveries are done.
    /// - `retention` has one row, a `RetentionProgress`.
    ///
    /// A message without its body now has no subject, and its deliveries have no lanes, topics, errors and attempts.
    private static let v5 = Migration(
        name: "v5",
        sql: """
            CREATE INDEX deliveries_by_topic ON deliveries (topic, handler) WHERE topic IS NOT NULL;
            CREATE TABLE erasures (subject BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
            CREATE TABLE erasing (message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE) STRICT;
            CREATE TABLE retention (swept_at INTEGER, examined_row INTEGER NOT NULL) STRICT;
            INSERT INTO retention VALUES (NULL, 0);

            DELETE FROM attempts WHERE delivery_id IN (
                SELECT deliveries.id FROM messages JOIN deliveries ON message_id = messages.id
                WHERE headers = '' AND state IN ('succeeded', 'dismissed', 'superseded')
            );
            UPDATE deliveries SET last_error = NULL, lane = NULL, topic = NULL
            WHERE state IN ('succeeded', 'dismissed', 'superseded')
                AND message_id IN (SELECT id FROM messages WHERE headers = '');
            UPDATE messages SET subject = NULL WHERE headers = '' AND subject IS NOT NULL;
            DELETE FROM topics WHERE NOT EXISTS (
                SELECT * FROM deliveries WHERE deliveries.topic = topics.topic AND deliveries.handler = topics.handler
            );
            """
    )
}
