// Sends the messages of a round over keep-alive connections. Each waits for its answer before it sends the next one.
//
// load MESSAGES PORT CONNECTIONS SECONDS [REQUESTS_PER_SECOND]
//
// Prints one JSON object. Any answer but a 202 is a failure; so is a connection that ends.
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
#include <time.h>
#include <unistd.h>

#include "messages.h"

enum { CLIENTS_MOST = 1024, ANSWER_ROOM = 4096 };

struct client {
    int socket;
    const struct message *message;  // NULL while it has nothing to wait for
    size_t sent;
    int64_t started;
    char answer[ANSWER_ROOM];
    size_t received;
};

static struct messages messages;
static struct client clients[CLIENTS_MOST];
static struct client *idle[CLIENTS_MOST];
static uint32_t *latencies;
static size_t next_message, answered, failures, idle_count;
static int64_t start, deadline;
static double pace;  // requests per second, 0 for as many as it takes
static int poller;

static void watch(struct client *client, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = client};
    if (epoll_ctl(poller, operation, client->socket, &event) != 0) fail("epoll_ctl");
}

static void dial(struct client *client, int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int one = 1;
    client->socket = socket(AF_INET, SOCK_STREAM, 0);
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

/// Whether one more request may go out at this moment.
static bool is_due(int64_t now) {
    return pace == 0 || (double)next_message < (double)(now - start) * pace / 1e6;
}

static void send_next(struct client *client) {
    int64_t now = microseconds(CLOCK_MONOTONIC);
    client->message = NULL;
    if (now >= deadline || next_message == messages.count) return;
    if (!is_due(now)) {
        idle[idle_count++] = client;
        return;
    }
    client->message = &messages.items[next_message++];
    client->sent = client->received = 0;
    client->started = now;
    transmit(client);
}

static void send_due(void) {
    size_t count = idle_count;
    idle_count = 0;
    for (size_t index = 0; index < count; index += 1) send_next(idle[index]);
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

static void receive(struct client *client) {
    ssize_t count = recv(client->socket, client->answer + client->received, ANSWER_ROOM - 1 - client->received, 0);
    if (count <= 0 || !client->message) fail("The server closed a connection");
    client->received += (size_t)count;
    size_t size = answer_size(client);
    if (size == 0 || client->received < size) return;
    if (strncmp(client->answer, "HTTP/1.1 202", 12) != 0 && failures++ == 0) {
        fprintf(stderr, "A request was answered: %.*s\n", (int)client->received, client->answer);
    }
    latencies[answered++] = (uint32_t)(microseconds(CLOCK_MONOTONIC) - client->started);
    send_next(client);
}

static void handle_events(void) {
    struct epoll_event events[CLIENTS_MOST];
    int count = epoll_wait(poller, events, CLIENTS_MOST, pace > 0 ? 1 : 1000);
    if (count < 0 && errno != EINTR) fail("epoll_wait");
    for (int index = 0; index < count; index += 1) {
        struct client *client = events[index].data.ptr;
        if (events[index].events & EPOLLOUT) transmit(client);
        if (events[index].events & ~(uint32_t)EPOLLOUT) receive(client);
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
}

int main(int count, char **arguments) {
    if (count < 5) return 64;
    messages = read_messages(arguments[1]);
    int connections = atoi(arguments[3]);
    if (connections < 1 || connections > CLIENTS_MOST) return 64;
    pace = count > 5 ? atof(arguments[5]) : 0;
    latencies = calloc(messages.count, sizeof *latencies);
    poller = epoll_create1(EPOLL_CLOEXEC);
    for (int index = 0; index < connections; index += 1) dial(&clients[index], atoi(arguments[2]));
    start = microseconds(CLOCK_MONOTONIC);
    deadline = start + (int64_t)(atof(arguments[4]) * 1e6);
    for (int index = 0; index < connections; index += 1) send_next(&clients[index]);
    while (answered < next_message || (idle_count > 0 && microseconds(CLOCK_MONOTONIC) < deadline)) {
        handle_events();
        send_due();
    }
    report((double)(microseconds(CLOCK_MONOTONIC) - start) / 1e6);
    return failures > 0;
}
