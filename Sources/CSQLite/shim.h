// What Swift sees of SQLite, for the statements that every append runs.
#ifndef POLAR_RECEIVER_CSQLITE_SHIM_H
#define POLAR_RECEIVER_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Binds a copy of a text; the macro that asks for the copy does not reach Swift.
static inline int sqlite_bind_copied_text(sqlite3_stmt *statement, int place, const char *text, int length) {
    return sqlite3_bind_text(statement, place, text ? text : "", length, SQLITE_TRANSIENT);
}

#endif
