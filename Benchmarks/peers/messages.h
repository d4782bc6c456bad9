// The signed messages of a round: `PATH.bin` has whole requests one after the other, `PATH.tsv` a line about each.
#ifndef MESSAGES_H
#define MESSAGES_H

#include <stddef.h>
#include <stdint.h>

struct message {
    const char *request;
    size_t size;
    const char *body;
    size_t body_size;
    // What a store keeps besides the body.
    const char *id, *type, *api_version, *subject, *headers;
    int64_t timestamp;
};

struct messages {
    struct message *items;
    size_t count;
};

/// Maps both files; ends the process when that fails.
struct messages read_messages(const char *path);

/// Ends the process with a sentence.
void fail(const char *what);

/// Microseconds of a clock.
int64_t microseconds(int clock);

#endif
