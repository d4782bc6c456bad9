#include "page-gaps.h"

#include <stdlib.h>
#include <string.h>

enum { smallest_page = 512, largest_page = 65536 };

/// The methods that SQLite finds in the file, and behind them what they need.
struct page_gaps {
    sqlite3_io_methods methods;
    const sqlite3_io_methods *original;
    unsigned char page[largest_page];
};

static struct page_gaps *gaps_of(sqlite3_file *file) {
    return (struct page_gaps *)file->pMethods;
}

static int number(const unsigned char *bytes) {
    return bytes[0] << 8 | bytes[1];
}

/// Whether the size of the file leaves no doubt what a page is.
///
/// Pages of trees begin with their kind, 2, 5, 10 or 13. Other pages begin with the number of a page in four bytes, of
/// which the first is 0 or 1 while there are fewer than 0x02000000 pages; half of them leaves room for those in the log.
static int is_plain(sqlite3_file *file, int size, sqlite3_int64 offset) {
    sqlite3_int64 end = 0;
    if (gaps_of(file)->original->xFileSize(file, &end) != SQLITE_OK) return 0;
    return (end > offset ? end : offset) / size < 0x01000000;
}

/// Finds the gap of a page by the format SQLite documents ("B-tree Pages"); 0 where there is none.
static int find_gap(const unsigned char *page, int size, sqlite3_int64 offset, int *start, int *end) {
    if (size < smallest_page || size > largest_page || (size & (size - 1)) != 0 || offset % size != 0) return 0;
    int head = offset == 0 ? 100 : 0;
    int kind = page[head];
    if (kind != 2 && kind != 5 && kind != 10 && kind != 13) return 0;
    *start = head + (kind < 10 ? 12 : 8) + 2 * number(page + head + 3);
    *end = number(page + head + 5);
    if (*end == 0) *end = largest_page;
    return *start < *end && *end <= size;
}

static int write_clean(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    struct page_gaps *gaps = gaps_of(file);
    int start = 0, end = 0;
    if (!find_gap(bytes, count, offset, &start, &end) || !is_plain(file, count, offset)) {
        return gaps->original->xWrite(file, bytes, count, offset);
    }
    memcpy(gaps->page, bytes, (size_t)count);
    memset(gaps->page + start, 0, (size_t)(end - start));
    return gaps->original->xWrite(file, gaps->page, count, offset);
}

static int close_clean(sqlite3_file *file) {
    struct page_gaps *gaps = gaps_of(file);
    file->pMethods = gaps->original;
    free(gaps);
    return file->pMethods->xClose(file);
}

int page_gaps_insert(sqlite3 *connection) {
    sqlite3_file *file = NULL;
    int result = sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (result != SQLITE_OK) return result;
    if (file == NULL || file->pMethods == NULL) return SQLITE_MISUSE;
    struct page_gaps *gaps = malloc(sizeof *gaps);
    if (gaps == NULL) return SQLITE_NOMEM;
    gaps->original = file->pMethods;
    gaps->methods = *file->pMethods;
    gaps->methods.xClose = close_clean;
    gaps->methods.xWrite = write_clean;
    file->pMethods = &gaps->methods;
    return SQLITE_OK;
}
