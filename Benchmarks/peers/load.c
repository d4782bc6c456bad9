// Sends the messages of a round over keep-alive connections. Each waits for its answer before it sends the next one.
//
// load [-r REQUESTS_PER_SECOND] [-a] [-c] [-h] MESSAGES PORT CONNECTIONS SECONDS
//
//   -r N  sends N requests a second, whatever the answers take: a time counts from the moment when its request is due
//   -a    begins again with the first message after the last one
//   -c    has a connection of its own for each request, whose time begins before it is made
//   -h    sends one request over each connection, prints the object, and keeps all of them until standard input ends
//
// Prints one JSON object. Any answer but a 202 is a failure; so is a connection that ends before it has to.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "messages.h"

enum { EVENTS = 1024, ANSWER_ROOM = 4096, PATIENCE = 30000000 };
// The connections come from several addresses in turn: one has 28,000 ports, and a server may limit what one opens.
enum { ADDRESSES = 8 };

struct client {
    int socket;
    const struct message *message;  // NULL while it has nothing to wait for
    size_t sent;
    int64_t started;
    char answer[ANSWER_ROOM];
    size_t received;
};

static struct messages messages;
static struct client *clients, **idle;
static uint32_t *latencies;
static size_t client_count, next_message, answered, failures, idle_start, idle_count, dialled;
static int64_t start, deadline;
static double pace;  // requests per second, 0 for as many as it takes
static bool begins_again, closes, holds;
static int poller, port;

static void stop(const char *sentence) {
    fprintf(stderr, "%s\n", sentence);
    exit(1);
}

static void watch(struct client *client, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = client};
    if (epoll_ctl(poller, operation, client->socket, &event) != 0) fail("epoll_ctl");
}

/// Chooses the address that a connection comes from; the system chooses the port.
static void bind_source(int socket) {
    uint32_t number = (uint32_t)(dialled++ % ADDRESSES);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK + number)};
    int one = 1;
    setsockopt(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    if (bind(socket, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
}

static void dial(struct client *client) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int one = 1;
    client->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (client->socket < 0) fail("socket");
    bind_source(client->socket);
    if (connect(client->socket, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    setsockopt(client->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    watch(client, EPOLL_CTL_ADD, EPOLLIN);
}

/// Sends what the socket takes, the rest when it takes more.
static void transmit(struct client *client) {
    const struct message *message = client->message;
    bool waited = client->sent > 0;
    ssize_t count = send(client->socket, message->request + client->sent, message->size - client->sent,
                         MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno != EAGAIN) fail("send");
    if (count > 0) client->sent += (size_t)count;
    bool waits = client->sent < message->size;
    if (waits != waited) watch(client, EPOLL_CTL_MOD, waits ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

/// When the next request is due, if there is a pace.
static int64_t due_time(void) {
    return start + (int64_t)((double)next_message / pace * 1e6);
}

/// Whether no request goes out any more. What was due before the end still does.
static bool is_over(int64_t now) {
    if (next_message == messages.count && !begins_again) return true;
    if (holds) return next_message == client_count;
    return (pace > 0 ? due_time() : now) >= deadline;
}

static void send_message(struct client *client, int64_t started) {
    client->message = &messages.items[next_message++ % messages.count];
    client->sent = client->received = 0;
    client->started = started;
    if (closes) dial(client);
    transmit(client);
}

/// Gives a client its next request, or has it wait until one is due.
static void send_next(struct client *client) {
    int64_t now = microseconds(CLOCK_MONOTONIC);
    client->message = NULL;
    if (is_over(now)) return;
    if (pace > 0 && due_time() > now) {
        // Behind the others, so that no connection is left unused for longer than its server waits.
        idle[(idle_start + idle_count++) % client_count] = client;
        return;
    }
    send_message(client, pace > 0 ? due_time() : now);
}

static struct client *next_idle(void) {
    struct client *client = idle[idle_start];
    idle_start = (idle_start + 1) % client_count;
    idle_count -= 1;
    return client;
}

static void send_due(void) {
    while (idle_count > 0 && !is_over(0) && due_time() <= microseconds(CLOCK_MONOTONIC)) send_next(next_idle());
}

/// The size of a whole answer, 0 while its head is incomplete.
static size_t answer_size(struct client *client) {
    client->answer[client->received] = '\0';
    char *end = strstr(client->answer, "\r\n\r\n");
    if (!end) return 0;
    char *length = strcasestr(client->answer, "\r\ncontent-length:");
    size_t body = length && length < end ? strtoull(length + 17, NULL, 10) : 0;
    return (size_t)(end + 4 - client->answer) + body;
}

static void note_latency(int64_t latency) {
    static size_t room;
    if (answered == room) {
        room = room ? room * 2 : 1 << 16;
        latencies = realloc(latencies, room * sizeof *latencies);
        if (!latencies) fail("realloc");
    }
    latencies[answered++] = (uint32_t)latency;
}

static void finish(struct client *client) {
    if (strncmp(client->answer, "HTTP/1.1 202", 12) != 0 && failures++ == 0) {
        fprintf(stderr, "A request was answered: %.*s\n", (int)client->received, client->answer);
    }
    note_latency(microseconds(CLOCK_MONOTONIC) - client->started);
    send_next(client);
}

/// A server that was told to close the connection has done so, and the answer must be whole.
static void finish_closed(struct client *client) {
    size_t size = answer_size(client);
    if (!closes || size == 0 || client->received < size) stop("The server closed a connection.");
    close(client->socket);
    finish(client);
}

static void receive(struct client *client) {
    ssize_t count = recv(client->socket, client->answer + client->received, ANSWER_ROOM - 1 - client->received, 0);
    if (count < 0) fail("recv");
    if (count == 0 && client->message) return finish_closed(client);
    if (count == 0 || !client->message) stop("The server closed a connection.");
    client->received += (size_t)count;
    size_t size = answer_size(client);
    if (!closes && size > 0 && client->received >= size) finish(client);
}

/// Until the next request is due, if there is a pace and a client that can send it; else a second.
static struct timespec patience(void) {
    int64_t wait = 1000000;
    if (pace > 0 && idle_count > 0 && !is_over(0)) wait = due_time() - microseconds(CLOCK_MONOTONIC);
    if (wait < 0) wait = 0;
    return (struct timespec){.tv_sec = wait / 1000000, .tv_nsec = wait % 1000000 * 1000};
}

static void handle_events(void) {
    struct epoll_event events[EVENTS];
    struct timespec wait = patience();
    int count = epoll_pwait2(poller, events, EVENTS, &wait, NULL);
    if (count < 0 && errno != EINTR) fail("epoll_pwait2");
    for (int index = 0; index < count; index += 1) {
        struct client *client = events[index].data.ptr;
        if (events[index].events & EPOLLOUT) transmit(client);
        if (events[index].events & ~(uint32_t)EPOLLOUT) receive(client);
    }
}

/// Sends and receives until every request that went out is answered.
static void drive(void) {
    for (size_t index = 0; index < client_count; index += 1) send_next(&clients[index]);
    while (answered < next_message || !is_over(microseconds(CLOCK_MONOTONIC))) {
        handle_events();
        if (pace > 0) send_due();
        int64_t now = microseconds(CLOCK_MONOTONIC);
        if (now > deadline + PATIENCE) stop("The server did not answer in time.");
    }
}

static int ascending(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static double milliseconds_at(double share) {
    return answered ? latencies[(size_t)(share * (double)(answered - 1))] / 1000.0 : 0;
}

static void report(double seconds) {
    qsort(latencies, answered, sizeof *latencies, ascending);
    printf("{\"requests\": %zu, \"failures\": %zu, \"seconds\": %.6f, \"p50\": %.3f, \"p99\": %.3f, \"p999\": %.3f}\n",
           answered, failures, seconds, milliseconds_at(0.5), milliseconds_at(0.99), milliseconds_at(0.999));
    fflush(stdout);
}

/// Waits for the end of standard input, and ends the process if the server has closed a connection meanwhile.
static void hold(void) {
    char byte;
    while (read(STDIN_FILENO, &byte, 1) > 0) continue;
    for (size_t index = 0; index < client_count; index += 1) {
        if (recv(clients[index].socket, &byte, 1, MSG_DONTWAIT) == 0) stop("The server closed an idle connection.");
    }
}

static void read_options(int count, char **arguments) {
    int option;
    while ((option = getopt(count, arguments, "r:ach")) != -1) {
        if (option == 'r') pace = atof(optarg);
        else if (option == 'a') begins_again = true;
        else if (option == 'c') closes = true;
        else if (option == 'h') holds = true;
        else exit(64);
    }
    if (count - optind < 4) exit(64);
}

int main(int count, char **arguments) {
    read_options(count, arguments);
    char **words = arguments + optind;
    messages = read_messages(words[0]);
    port = atoi(words[1]);
    client_count = strtoull(words[2], NULL, 10);
    clients = calloc(client_count, sizeof *clients);
    idle = calloc(client_count, sizeof *idle);
    if (!clients || !idle || messages.count == 0) return 64;
    // A request goes out when it is due, not 50 µs later, which the system would allow itself.
    prctl(PR_SET_TIMERSLACK, 1);
    poller = epoll_create1(EPOLL_CLOEXEC);
    for (size_t index = 0; !closes && index < client_count; index += 1) dial(&clients[index]);
    start = microseconds(CLOCK_MONOTONIC);
    deadline = start + (int64_t)(atof(words[3]) * 1e6);
    drive();
    report((double)(microseconds(CLOCK_MONOTONIC) - start) / 1e6);
    if (holds) hold();
    return failures > 0;
}
