#include "messages.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

void fail(const char *what) {
    perror(what);
    exit(1);
}

int64_t microseconds(int clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

/// A file in memory; what is written there does not reach the file.
static char *map(const char *path, const char *extension, int protection, size_t *size) {
    char name[4096];
    struct stat status;
    snprintf(name, sizeof name, "%s.%s", path, extension);
    int file = open(name, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0) fail(name);
    *size = (size_t)status.st_size;
    char *bytes = mmap(NULL, *size, protection, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (bytes == MAP_FAILED) fail(name);
    return bytes;
}

/// Ends the field that starts at `*place` and moves on to the next one.
static char *field(char **place, char end) {
    char *start = *place, *found = strchr(start, end);
    if (!found) fail("an incomplete line");
    *found = '\0';
    *place = found + 1;
    return start;
}

static struct message parse_line(char **place, const char *requests) {
    struct message message;
    message.request = requests + strtoull(field(place, '\t'), NULL, 10);
    size_t head_size = strtoull(field(place, '\t'), NULL, 10);
    message.size = strtoull(field(place, '\t'), NULL, 10);
    message.body = message.request + head_size;
    message.body_size = message.size - head_size;
    message.id = field(place, '\t');
    message.type = field(place, '\t');
    message.timestamp = strtoll(field(place, '\t'), NULL, 10);
    message.api_version = field(place, '\t');
    message.subject = field(place, '\t');
    message.headers = field(place, '\n');
    return message;
}

struct messages read_messages(const char *path) {
    size_t size, lines_size, room = 0;
    char *requests = map(path, "bin", PROT_READ, &size);
    char *lines = map(path, "tsv", PROT_READ | PROT_WRITE, &lines_size), *place = lines;
    struct messages messages = {NULL, 0};
    while (place < lines + lines_size) {
        if (messages.count == room) {
            room = room ? room * 2 : 4096;
            messages.items = realloc(messages.items, room * sizeof *messages.items);
            if (!messages.items) fail("realloc");
        }
        messages.items[messages.count++] = parse_line(&place, requests);
    }
    return messages;
}
