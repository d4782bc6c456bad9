#include "log-buffer.h"

#include <stdlib.h>
#include <string.h>

/// SQLite's files on Unix write at most 17 bits of length at once.
enum { capacity = (1 << 17) - 1 };

/// The methods that SQLite finds in the file, and behind them what they need.
struct log_buffer {
    sqlite3_io_methods methods;
    const sqlite3_io_methods *original;

    /// Where in the file the bytes belong.
    sqlite3_int64 start;
    int count;
    unsigned char bytes[capacity];
};

static struct log_buffer *buffer_of(sqlite3_file *file) {
    return (struct log_buffer *)file->pMethods;
}

static int flush(sqlite3_file *file) {
    struct log_buffer *buffer = buffer_of(file);
    int count = buffer->count;
    buffer->count = 0;
    return count == 0 ? SQLITE_OK : buffer->original->xWrite(file, buffer->bytes, count, buffer->start);
}

static int write_buffered(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    struct log_buffer *buffer = buffer_of(file);
    if (offset != buffer->start + buffer->count || count > capacity - buffer->count) {
        int result = flush(file);
        if (result != SQLITE_OK) return result;
        if (count > capacity) return buffer->original->xWrite(file, bytes, count, offset);
        buffer->start = offset;
    }
    memcpy(buffer->bytes + buffer->count, bytes, (size_t)count);
    buffer->count += count;
    return SQLITE_OK;
}

static int read_flushed(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    int result = flush(file);
    return result == SQLITE_OK ? buffer_of(file)->original->xRead(file, bytes, count, offset) : result;
}

static int truncate_flushed(sqlite3_file *file, sqlite3_int64 size) {
    int result = flush(file);
    return result == SQLITE_OK ? buffer_of(file)->original->xTruncate(file, size) : result;
}

static int sync_flushed(sqlite3_file *file, int flags) {
    int result = flush(file);
    return result == SQLITE_OK ? buffer_of(file)->original->xSync(file, flags) : result;
}

static int size_flushed(sqlite3_file *file, sqlite3_int64 *size) {
    int result = flush(file);
    return result == SQLITE_OK ? buffer_of(file)->original->xFileSize(file, size) : result;
}

static int close_flushed(sqlite3_file *file) {
    int flushed = flush(file);
    struct log_buffer *buffer = buffer_of(file);
    file->pMethods = buffer->original;
    free(buffer);
    int closed = file->pMethods->xClose(file);
    return flushed == SQLITE_OK ? closed : flushed;
}

int log_buffer_insert_before(sqlite3_file *file) {
    struct log_buffer *buffer = malloc(sizeof *buffer);
    if (buffer == NULL) return SQLITE_NOMEM;
    buffer->original = file->pMethods;
    buffer->start = 0;
    buffer->count = 0;
    buffer->methods = *file->pMethods;
    buffer->methods.xClose = close_flushed;
    buffer->methods.xRead = read_flushed;
    buffer->methods.xWrite = write_buffered;
    buffer->methods.xTruncate = truncate_flushed;
    buffer->methods.xSync = sync_flushed;
    buffer->methods.xFileSize = size_flushed;
    file->pMethods = &buffer->methods;
    return SQLITE_OK;
}

/// Finds the file that SQLite names for a file control.
static int find_file(sqlite3 *connection, int control, sqlite3_file **file) {
    int result = sqlite3_file_control(connection, "main", control, file);
    if (result != SQLITE_OK) return result;
    return *file == NULL || (*file)->pMethods == NULL ? SQLITE_MISUSE : SQLITE_OK;
}

int log_leave_at_close(sqlite3 *connection) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

int log_buffer_insert(sqlite3 *connection) {
    sqlite3_file *database = NULL, *log = NULL;
    int result = find_file(connection, SQLITE_FCNTL_FILE_POINTER, &database);
    if (result == SQLITE_OK) result = find_file(connection, SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (result != SQLITE_OK) return result;
    // SQLite asks the database file whether to pad the log.
    int is_padded = !(database->pMethods->xDeviceCharacteristics(database) & SQLITE_IOCAP_POWERSAFE_OVERWRITE);
    return is_padded ? SQLITE_OK : log_buffer_insert_before(log);
}
