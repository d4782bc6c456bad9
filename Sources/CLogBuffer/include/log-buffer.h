// A buffer between SQLite and its write-ahead log.
//
// SQLite writes each page into the log by two calls of the system, 24 bytes and the page, and a message changes some four
// pages. The buffer makes one call of those that continue each other, up to 128 KiB.
#ifndef POLAR_RECEIVER_LOG_BUFFER_H
#define POLAR_RECEIVER_LOG_BUFFER_H

#include <sqlite3.h>

/// Puts a buffer before the log of a connection that has used its database in WAL mode, until the connection closes.
///
/// Only with synchronous=FULL. Then SQLite syncs the log in each commit before the index of the log tells anybody of the
/// transaction (walFrames in SQLite's wal.c), and nothing is in the buffer when others look for it. Where a write can
/// damage what is beside it, SQLite pads the log after that sync: there it gets no buffer. Nor does the database file,
/// which a checkpoint that readers hold back does not sync before it tells of the pages.
///
/// Returns SQLITE_OK, SQLITE_NOMEM, or why SQLite does not name the log.
int log_buffer_insert(sqlite3 *connection);

/// Puts a buffer before an open file, until the file is closed.
///
/// What is written goes into the file before a write elsewhere, before any other use of the content, and when the buffer
/// is full. If that fails, it is dropped, and whoever caused it gets the error.
///
/// Returns SQLITE_OK, or SQLITE_NOMEM and the file is as it was.
int log_buffer_insert_before(sqlite3_file *file);

/// Has a connection leave its log alone when it closes; else SQLite moves it into the database file and removes it.
///
/// Returns SQLITE_OK, or why SQLite refuses.
int log_leave_at_close(sqlite3 *connection);

#endif
