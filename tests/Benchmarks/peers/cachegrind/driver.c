// Times the cache simulator inside valgrind's cachegrind on a file of accesses: cachegrind's own cg_sim.c, compiled as it stands,
// with the few names of valgrind that it uses. Prints: million accesses per second of processor time of one level (32 KiB, 8 ways, 64-byte lines) and
// of two (that and 8 MiB, 16 ways), and the misses of the first. A record is 16 bytes: address, then size in the low 4 bytes and
// the kind (0 load, 1 store) in the topmost.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef int Int;
typedef unsigned int UInt;
typedef unsigned char UChar;
typedef char HChar;
typedef unsigned char Bool;
typedef unsigned long UWord;
typedef unsigned long Addr;
typedef unsigned long long ULong;
enum { False, True };
typedef struct { Int size, assoc, line_size; } cache_t;

#define VG_(name) valgrind_##name
#define valgrind_sprintf sprintf
#define valgrind_printf printf
#define valgrind_malloc(label, bytes) malloc(bytes)
#define valgrind_tool_panic(text) (fputs(text, stderr), exit(1))
static Int valgrind_log2(UInt x) { return 31 - __builtin_clz(x); }

#include "cg_sim.c"

typedef struct { uint64_t address, meta; } Access;

static double Now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

static void Reset(void) { cachesim_initcaches((cache_t){ 32768, 8, 64 }, (cache_t){ 32768, 8, 64 }, (cache_t){ 8 << 20, 16, 64 }); }

int main(int count, char** arguments)
{
    FILE* file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) return fputs("usage: cachegrind-core FILE-OF-ACCESSES\n", stderr), 2;
    fseek(file, 0, SEEK_END);
    size_t accesses = ftell(file) / sizeof(Access);
    rewind(file);
    Access* trace = malloc(accesses * sizeof(Access));
    if (!trace || fread(trace, sizeof(Access), accesses, file) != accesses) return fputs("cannot read the accesses\n", stderr), 2;

    Reset();
    ULong misses = 0, both = 0, last = 0;
    double start = Now();
    for (size_t i = 0; i < accesses; i++) misses += cachesim_ref_is_miss(&D1, trace[i].address, (UChar)trace[i].meta);
    double one = Now() - start;

    Reset();
    start = Now();
    for (size_t i = 0; i < accesses; i++) cachesim_D1_doref(trace[i].address, (UChar)trace[i].meta, &both, &last);
    double two = Now() - start;
    if (both != misses) return fputs("the two runs differ\n", stderr), 1;
    printf("%.1f %.1f %llu\n", accesses / one / 1e6, accesses / two / 1e6, misses);
    return 0;
}
