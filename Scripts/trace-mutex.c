// Shows the lock of Synchronization.Mutex to the thread sanitizer, in a program that this is linked into.
//
// The sanitizer follows that lock as long as nobody waits for it: that path is compiled into the program. A thread that has
// to wait calls the functions below, of a library that is not built for the sanitizer and that leaves the rest to the
// kernel. Without word of it the sanitizer takes whatever the lock guards for a race.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

#define MUTEX_HANDLE "$s15Synchronization12_MutexHandleV"
#define LOCK MUTEX_HANDLE "9_lockSlowyys6UInt32VF"
#define TRY_LOCK MUTEX_HANDLE "12_tryLockSlowSbyF"
#define UNLOCK MUTEX_HANDLE "11_unlockSlowyyF"

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self

void __tsan_acquire(void *address);
void __tsan_release(void *address);

SWIFT void lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT bool try_lock(SELF) __asm__(TRY_LOCK);
SWIFT void unlock(SELF) __asm__(UNLOCK);

SWIFT void lock(uint32_t thread, SELF) {
    SWIFT void (*original)(uint32_t, SELF) = dlsym(RTLD_NEXT, LOCK);
    original(thread, self);
    __tsan_acquire(self);
}

SWIFT bool try_lock(SELF) {
    SWIFT bool (*original)(SELF) = dlsym(RTLD_NEXT, TRY_LOCK);
    bool locked = original(self);
    if (locked) __tsan_acquire(self);
    return locked;
}

SWIFT void unlock(SELF) {
    SWIFT void (*original)(SELF) = dlsym(RTLD_NEXT, UNLOCK);
    __tsan_release(self);
    original(self);
}
