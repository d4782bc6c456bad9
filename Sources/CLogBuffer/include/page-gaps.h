// Keeps bytes of removed rows out of the database file.
//
// With secure_delete SQLite overwrites a row that it removes from a page. When it moves rows to other pages, which it does
// to balance a tree, their bytes can stay in the gap between the index of a page and its cells, and a later removal of the
// row does not reach them there. SQLite never reads the gap.
#ifndef POLAR_RECEIVER_PAGE_GAPS_H
#define POLAR_RECEIVER_PAGE_GAPS_H

#include <sqlite3.h>

/// Has a connection write zeros into the gap of each page that it writes to its database file, until it closes.
///
/// In WAL mode that is at checkpoints: the log and the pages in memory keep their gaps until then.
///
/// Returns SQLITE_OK, SQLITE_NOMEM, or why SQLite does not name the file.
int page_gaps_insert(sqlite3 *connection);

#endif
