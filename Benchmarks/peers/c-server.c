// A small HTTP/1.1 server without a library for it: one epoll loop per processor, each with a listening socket of its own
// on the same port, among which the system spreads the connections.
//
// c-server --tier http|verified --port N
//
// It answers 202 to a request that is read whole; in the verified tier 403 unless its signature by Standard Webhooks
// is right, with the secret in POLAR_WEBHOOK_SECRET. It knows keep-alive, pipelining and Content-Length. What a server
// on a network needs besides is missing: time-outs, limits, chunked bodies, and a strict grammar.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { REQUEST_MOST = 1 << 20, EVENTS = 256, TOLERANCE = 300, PAD = 64, DIGEST = 32 };

struct text {
    const char *bytes;
    size_t size;
};

struct request {
    struct text id, timestamp, signature, body;
    bool keeps_alive;
};

/// A connection has memory of its own only while a request is incomplete.
struct connection {
    int socket;
    char *kept;
    size_t kept_size;
};

/// What one thread has for itself.
struct loop {
    int poller, listener;
    char *buffer;
    EVP_MD_CTX *work;
    time_t second;
    char date[64];
};

static bool verifies;
static uint16_t port;
// The states of the two hashes of an HMAC after the padded key.
static EVP_MD_CTX *inner, *outer;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static EVP_MD_CTX *padded(const char *key, unsigned char pad) {
    unsigned char block[PAD] = {0};
    size_t size = strlen(key);
    if (size > PAD) EVP_Digest(key, size, block, NULL, EVP_sha256(), NULL);
    else memcpy(block, key, size);
    for (int index = 0; index < PAD; index += 1) block[index] ^= pad;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, block, PAD);
    return context;
}

static void prepare_key(void) {
    const char *secret = getenv("POLAR_WEBHOOK_SECRET");
    if (!secret || !*secret) exit(64);
    inner = padded(secret, 0x36);
    outer = padded(secret, 0x5c);
}

static void sign(struct loop *loop, const struct request *request, unsigned char digest[DIGEST]) {
    EVP_MD_CTX_copy_ex(loop->work, inner);
    EVP_DigestUpdate(loop->work, request->id.bytes, request->id.size);
    EVP_DigestUpdate(loop->work, ".", 1);
    EVP_DigestUpdate(loop->work, request->timestamp.bytes, request->timestamp.size);
    EVP_DigestUpdate(loop->work, ".", 1);
    EVP_DigestUpdate(loop->work, request->body.bytes, request->body.size);
    EVP_DigestFinal_ex(loop->work, digest, NULL);
    EVP_MD_CTX_copy_ex(loop->work, outer);
    EVP_DigestUpdate(loop->work, digest, DIGEST);
    EVP_DigestFinal_ex(loop->work, digest, NULL);
}

/// Whether the decimal number is within the tolerance of now.
static bool is_current(struct text timestamp) {
    int64_t seconds = 0;
    if (timestamp.size == 0 || timestamp.size > 12) return false;
    for (size_t index = 0; index < timestamp.size; index += 1) {
        char digit = timestamp.bytes[index];
        if (digit < '0' || digit > '9') return false;
        seconds = seconds * 10 + (digit - '0');
    }
    int64_t skew = time(NULL) - seconds;
    return skew <= TOLERANCE && skew >= -TOLERANCE;
}

/// Whether an entry of the header is `v1,` and the base64 of the digest, which has 44 characters.
static bool matches(struct text entry, const unsigned char digest[DIGEST]) {
    unsigned char decoded[33];
    if (entry.size != 47 || memcmp(entry.bytes, "v1,", 3) != 0) return false;
    if (EVP_DecodeBlock(decoded, (const unsigned char *)entry.bytes + 3, 44) != 33) return false;
    return CRYPTO_memcmp(decoded, digest, DIGEST) == 0;
}

static bool is_signed(struct loop *loop, const struct request *request) {
    unsigned char digest[DIGEST];
    if (request->id.size == 0 || !is_current(request->timestamp)) return false;
    sign(loop, request, digest);
    const char *place = request->signature.bytes, *end = place + request->signature.size;
    while (place < end) {
        const char *space = memchr(place, ' ', (size_t)(end - place));
        struct text entry = {place, (size_t)((space ? space : end) - place)};
        if (matches(entry, digest)) return true;
        place = space ? space + 1 : end;
    }
    return false;
}

static bool is(struct text text, const char *word) {
    return text.size == strlen(word) && strncasecmp(text.bytes, word, text.size) == 0;
}

static struct text trimmed(const char *start, const char *end) {
    while (start < end && (*start == ' ' || *start == '\t')) start += 1;
    while (end > start && (end[-1] == ' ' || end[-1] == '\t')) end -= 1;
    return (struct text){start, (size_t)(end - start)};
}

/// A number of up to seven digits, or -1.
static long length_of(struct text value) {
    long number = 0;
    if (value.size == 0 || value.size > 7) return -1;
    for (size_t index = 0; index < value.size; index += 1) {
        if (value.bytes[index] < '0' || value.bytes[index] > '9') return -1;
        number = number * 10 + (value.bytes[index] - '0');
    }
    return number;
}

static bool take_field(struct request *request, struct text name, struct text value) {
    if (is(name, "content-length")) {
        long length = length_of(value);
        if (length < 0) return false;
        request->body.size = (size_t)length;
    } else if (is(name, "connection")) {
        request->keeps_alive = !is(value, "close");
    } else if (is(name, "webhook-id")) {
        request->id = value;
    } else if (is(name, "webhook-timestamp")) {
        request->timestamp = value;
    } else if (is(name, "webhook-signature")) {
        request->signature = value;
    }
    return !is(name, "transfer-encoding");
}

static bool is_request_line(const char *line, const char *end) {
    const char *space = memchr(line, ' ', (size_t)(end - line));
    const char *last = memrchr(line, ' ', (size_t)(end - line));
    return space && last > space && end - last == 9 && memcmp(last, " HTTP/1.1", 9) == 0;
}

/// The fields of a head that ends at `end` with an empty line.
static bool parse_head(struct request *request, const char *place, const char *end) {
    const char *line = memmem(place, (size_t)(end - place), "\r\n", 2);
    if (!line || !is_request_line(place, line)) return false;
    for (place = line + 2; place < end - 2; place = line + 2) {
        line = memmem(place, (size_t)(end - place), "\r\n", 2);
        const char *colon = memchr(place, ':', (size_t)(line - place));
        if (!colon) return false;
        struct text name = {place, (size_t)(colon - place)};
        if (!take_field(request, name, trimmed(colon + 1, line))) return false;
    }
    return true;
}

/// The size of the request at the start of the bytes, 0 while it is incomplete, -1 if it is none.
static ssize_t parse(struct request *request, const char *bytes, size_t size) {
    const char *empty = memmem(bytes, size, "\r\n\r\n", 4);
    if (!empty) return 0;
    *request = (struct request){.keeps_alive = true};
    if (!parse_head(request, bytes, empty + 4)) return -1;
    request->body.bytes = empty + 4;
    size_t whole = (size_t)(empty + 4 - bytes) + request->body.size;
    return whole <= size ? (ssize_t)whole : 0;
}

static const char *date(struct loop *loop) {
    time_t now = time(NULL);
    struct tm parts;
    if (now != loop->second) {
        loop->second = now;
        strftime(loop->date, sizeof loop->date, "%a, %d %b %Y %H:%M:%S GMT", gmtime_r(&now, &parts));
    }
    return loop->date;
}

/// Sends an answer, which the buffer of a socket always has room for here.
static bool answer(struct loop *loop, int socket, bool accepted, bool keeps_alive) {
    char bytes[512];
    const char *status = accepted ? "202 Accepted" : "403 Forbidden";
    const char *body = accepted ? "{\"result\":\"accepted\"}" : "{\"error\":\"refused\"}";
    int size = snprintf(bytes, sizeof bytes,
                        "HTTP/1.1 %s\r\nDate: %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n%s\r\n%s",
                        status, date(loop), strlen(body), keeps_alive ? "" : "Connection: close\r\n", body);
    return send(socket, bytes, (size_t)size, MSG_NOSIGNAL | MSG_DONTWAIT) == size;
}

static void end(struct connection *connection) {
    close(connection->socket);
    free(connection->kept);
    free(connection);
}

/// Answers all requests that are whole; the number of bytes they had, or -1 when the connection is to be closed.
static ssize_t answer_all(struct loop *loop, int socket, size_t size) {
    size_t done = 0;
    struct request request;
    while (done < size) {
        ssize_t count = parse(&request, loop->buffer + done, size - done);
        if (count < 0) return -1;
        if (count == 0) break;
        bool accepted = !verifies || is_signed(loop, &request);
        if (!answer(loop, socket, accepted, request.keeps_alive) || !request.keeps_alive) return -1;
        done += (size_t)count;
    }
    return (ssize_t)done;
}

/// Keeps the bytes of a request that is incomplete.
static bool keep(struct connection *connection, const char *bytes, size_t size) {
    free(connection->kept);
    connection->kept = NULL;
    connection->kept_size = size;
    if (size == 0) return true;
    connection->kept = malloc(size);
    if (!connection->kept) return false;
    memcpy(connection->kept, bytes, size);
    return true;
}

static void serve(struct loop *loop, struct connection *connection) {
    size_t size = connection->kept_size;
    if (size > 0) memcpy(loop->buffer, connection->kept, size);
    ssize_t count = recv(connection->socket, loop->buffer + size, REQUEST_MOST - size, MSG_DONTWAIT);
    if (count <= 0) return end(connection);
    size += (size_t)count;
    ssize_t done = answer_all(loop, connection->socket, size);
    if (done < 0 || !keep(connection, loop->buffer + done, size - (size_t)done)) end(connection);
}

static void accept_one(struct loop *loop) {
    int one = 1, socket = accept4(loop->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0) return;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct connection *connection = calloc(1, sizeof *connection);
    if (!connection) fail("calloc");
    connection->socket = socket;
    struct epoll_event event = {.events = EPOLLIN | EPOLLRDHUP, .data.ptr = connection};
    if (epoll_ctl(loop->poller, EPOLL_CTL_ADD, socket, &event) != 0) fail("epoll_ctl");
}

static int listening_socket(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
    if (listen(listener, 4096) != 0) fail("listen");
    return listener;
}

static void *run(void *argument) {
    struct loop loop = {.poller = epoll_create1(EPOLL_CLOEXEC), .listener = listening_socket()};
    struct epoll_event events[EVENTS], listening = {.events = EPOLLIN, .data.ptr = NULL};
    loop.buffer = malloc(REQUEST_MOST);
    loop.work = EVP_MD_CTX_new();
    if (!loop.buffer || epoll_ctl(loop.poller, EPOLL_CTL_ADD, loop.listener, &listening) != 0) fail("a loop");
    for (;;) {
        int count = epoll_wait(loop.poller, events, EVENTS, -1);
        for (int index = 0; index < count; index += 1) {
            struct connection *connection = events[index].data.ptr;
            if (connection) serve(&loop, connection);
            else accept_one(&loop);
        }
    }
    return argument;
}

int main(int count, char **arguments) {
    for (int index = 1; index + 1 < count; index += 2) {
        if (strcmp(arguments[index], "--tier") == 0) verifies = strcmp(arguments[index + 1], "verified") == 0;
        if (strcmp(arguments[index], "--port") == 0) port = (uint16_t)atoi(arguments[index + 1]);
    }
    if (port == 0) return 64;
    if (verifies) prepare_key();
    long loops = sysconf(_SC_NPROCESSORS_ONLN);
    pthread_t thread;
    for (long index = 1; index < loops; index += 1) {
        if (pthread_create(&thread, NULL, run, NULL) != 0) fail("pthread_create");
    }
    run(NULL);
}
