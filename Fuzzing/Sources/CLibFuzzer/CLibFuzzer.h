// What libFuzzer, which `-sanitize=fuzzer` links, offers to a program with a main function of its own.

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
