#define _GNU_SOURCE
#include "linux-shim.h"

#include <poll.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <unistd.h>

const uint32_t linux_connection_events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
const uint32_t linux_listener_events = EPOLLIN | EPOLLEXCLUSIVE;
const uint32_t linux_readable = EPOLLIN;
const uint32_t linux_writable = EPOLLOUT;
const uint32_t linux_ended = EPOLLRDHUP;
const uint32_t linux_hung_up = EPOLLHUP;
const uint32_t linux_failed = EPOLLERR;

int linux_accept(int listener, struct sockaddr *address, socklen_t *length) {
    return accept4(listener, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

ssize_t linux_send(int descriptor, const void *bytes, size_t count) {
    return send(descriptor, bytes, count, MSG_NOSIGNAL);
}

int linux_eventfd(void) {
    return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
}

int linux_epoll_create(void) {
    return epoll_create1(EPOLL_CLOEXEC);
}

int linux_epoll_add(int epoll, int descriptor, uint32_t events, uint64_t data) {
    struct epoll_event event = {.events = events, .data = {.u64 = data}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int linux_epoll_remove(int epoll, int descriptor) {
    return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, 0);
}

int linux_epoll_wait(int epoll, struct linux_event *events, int capacity, int milliseconds) {
    struct epoll_event ready[256];
    int count = epoll_wait(epoll, ready, capacity < 256 ? capacity : 256, milliseconds);
    for (int index = 0; index < count; index++) {
        events[index].events = ready[index].events;
        events[index].data = ready[index].data.u64;
    }
    return count;
}

uint32_t linux_ending(int descriptor) {
    struct pollfd query = {.fd = descriptor, .events = POLLRDHUP};
    if (poll(&query, 1, 0) <= 0) return 0;
    return (query.revents & POLLRDHUP ? EPOLLRDHUP : 0) | (query.revents & POLLHUP ? EPOLLHUP : 0)
        | (query.revents & POLLERR ? EPOLLERR : 0);
}

int linux_processor_count(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    // A machine with more processors than the set has bits.
    return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

int linux_close_to_others(void) {
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
