// Inserts the rows of the messages of a round, in transactions of a fixed number of messages, and nothing else.
//
// c-intake MESSAGES DATABASE MESSAGES_PER_COMMIT SECONDS
//
// The database is there already, with the receiver's tables. Prints one JSON object.
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "messages.h"

static sqlite3 *database;
static sqlite3_stmt *begin, *commit, *insert_message, *note_arrival, *insert_delivery;

static void fail_sqlite(void) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    exit(1);
}

static void execute(const char *sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail_sqlite();
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    int result = sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (result != SQLITE_OK) fail_sqlite();
    return statement;
}

/// Runs a statement to its end.
static void run(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail_sqlite();
    sqlite3_reset(statement);
}

static void bind(sqlite3_stmt *statement, int place, const char *text) {
    sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC);
}

static void prepare_all(void) {
    begin = prepare("BEGIN IMMEDIATE");
    commit = prepare("COMMIT");
    insert_message = prepare(
        "INSERT INTO messages "
        "(endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, body) "
        "VALUES ('polar', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (endpoint, webhook_id) DO NOTHING");
    note_arrival = prepare(
        "INSERT INTO arrivals (block, earliest, latest) VALUES (?1 >> 10, ?2, ?2) "
        "ON CONFLICT (block) DO UPDATE SET earliest = min(earliest, ?2), latest = max(latest, ?2) "
        "WHERE ?2 < earliest OR ?2 > latest");
    insert_delivery = prepare(
        "INSERT INTO deliveries (message_id, handler, state, attempt, interruptions, next_attempt_at, lane, place) "
        "VALUES (?, 'log', 'pending', 0, 0, ?, ?, ?)");
}

/// The place of a delivery in its lane; like the receiver it remembers, by a hash, which lanes have a head.
static const char *enter_lane(const char *lane) {
    static uint64_t heads[1 << 20];
    uint64_t hash = 14695981039346656037u;
    for (const char *byte = lane; *byte; byte++) hash = (hash ^ (unsigned char)*byte) * 1099511628211u;
    size_t place = hash >> 44;
    while (heads[place] && heads[place] != hash) place = (place + 1) % (1 << 20);
    if (heads[place]) return "blocked";
    heads[place] = hash;
    return "head";
}

static void append(const struct message *message) {
    int64_t now = microseconds(CLOCK_REALTIME);
    bind(insert_message, 1, message->id);
    bind(insert_message, 2, message->type);
    sqlite3_bind_int64(insert_message, 3, message->timestamp);
    bind(insert_message, 4, message->api_version);
    bind(insert_message, 5, message->subject);
    bind(insert_message, 6, message->headers);
    sqlite3_bind_int64(insert_message, 7, now);
    sqlite3_bind_blob64(insert_message, 8, message->body, message->body_size, SQLITE_STATIC);
    run(insert_message);
    sqlite3_int64 row = sqlite3_last_insert_rowid(database);
    sqlite3_bind_int64(note_arrival, 1, row);
    sqlite3_bind_int64(note_arrival, 2, now);
    run(note_arrival);
    bind(insert_delivery, 4, enter_lane(message->subject));
    sqlite3_bind_int64(insert_delivery, 1, row);
    sqlite3_bind_int64(insert_delivery, 2, now);
    bind(insert_delivery, 3, message->subject);
    run(insert_delivery);
}

int main(int count, char **arguments) {
    if (count < 5) return 64;
    struct messages messages = read_messages(arguments[1]);
    if (sqlite3_open(arguments[2], &database) != SQLITE_OK) fail_sqlite();
    execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; "
            "PRAGMA foreign_keys = ON");
    prepare_all();
    size_t batch = strtoull(arguments[3], NULL, 10), done = 0;
    int64_t start = microseconds(CLOCK_MONOTONIC), deadline = start + (int64_t)(atof(arguments[4]) * 1e6);
    int64_t used = microseconds(CLOCK_PROCESS_CPUTIME_ID);
    while (done < messages.count && microseconds(CLOCK_MONOTONIC) < deadline) {
        size_t end = done + batch < messages.count ? done + batch : messages.count;
        run(begin);
        while (done < end) append(&messages.items[done++]);
        run(commit);
    }
    int64_t end = microseconds(CLOCK_MONOTONIC);
    used = microseconds(CLOCK_PROCESS_CPUTIME_ID) - used;
    printf("{\"requests\": %zu, \"seconds\": %.6f, \"cpu\": %.6f}\n", done, (double)(end - start) / 1e6,
           (double)used / 1e6);
    return 0;
}
