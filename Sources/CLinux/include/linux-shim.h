// System calls that Swift's Glibc overlay does not declare, because they need _GNU_SOURCE or their own header.
#ifndef POLAR_RECEIVER_LINUX_SHIM_H
#define POLAR_RECEIVER_LINUX_SHIM_H

#include <stdint.h>
#include <sys/socket.h>

/// accept4(2) with SOCK_NONBLOCK and SOCK_CLOEXEC.
int linux_accept(int listener, struct sockaddr *address, socklen_t *length);

/// send(2) with MSG_NOSIGNAL.
ssize_t linux_send(int descriptor, const void *bytes, size_t count);

/// eventfd(2) with EFD_NONBLOCK and EFD_CLOEXEC.
int linux_eventfd(void);

/// epoll_create1(2) with EPOLL_CLOEXEC.
int linux_epoll_create(void);

/// epoll_ctl(2) with EPOLL_CTL_ADD; `data` comes back with every event of the descriptor.
int linux_epoll_add(int epoll, int descriptor, uint32_t events, uint64_t data);

/// epoll_ctl(2) with EPOLL_CTL_DEL.
int linux_epoll_remove(int epoll, int descriptor);

/// What epoll_wait(2) reports for one descriptor, without the packed union.
struct linux_event {
    uint32_t events;
    uint64_t data;
};

/// epoll_wait(2) for up to 256 events; a negative time waits for ever.
int linux_epoll_wait(int epoll, struct linux_event *events, int capacity, int milliseconds);

/// Which of EPOLLRDHUP, EPOLLHUP and EPOLLERR hold for one descriptor now, by poll(2).
uint32_t linux_ending(int descriptor);

/// The processors that sched_getaffinity(2) leaves to this process, else those that are there; negative if unknown.
int linux_processor_count(void);

/// prctl(2) with PR_SET_DUMPABLE 0: no core dump, and no look into memory and environment for other processes of the user.
int linux_close_to_others(void);

/// Edge-triggered reading, writing and the peer's half-close.
extern const uint32_t linux_connection_events;

/// Level-triggered; of several waiting loops only one or few are woken.
extern const uint32_t linux_listener_events;

/// EPOLLIN: reading does not wait.
extern const uint32_t linux_readable;

/// EPOLLOUT: writing does not wait.
extern const uint32_t linux_writable;

/// EPOLLRDHUP: the peer sends nothing more.
extern const uint32_t linux_ended;

/// EPOLLHUP: nothing more goes either way.
extern const uint32_t linux_hung_up;

/// EPOLLERR: the connection was reset or timed out.
extern const uint32_t linux_failed;

#endif
