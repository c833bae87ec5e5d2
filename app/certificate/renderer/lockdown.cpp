// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/renderer/lockdown.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>

namespace uk::renderer {

namespace {

bool setLimits()
{
    constexpr rlim_t mebi = 1024 * 1024;
    struct Limit
    {
        __rlimit_resource resource;
        rlim_t value;
    };
    // The address space holds the program and its libraries (about 90 MiB), the pixel area (137 MiB), the document
    // (at most 20 MiB) and one page as PDFium draws it.
    constexpr std::array limits {
        Limit {RLIMIT_AS, 640 * mebi},
        Limit {RLIMIT_CPU, 60},
        Limit {RLIMIT_NOFILE, 64},
        Limit {RLIMIT_CORE, 0},
        Limit {RLIMIT_FSIZE, 0},
        Limit {RLIMIT_MEMLOCK, 0},
    };
    for (const Limit &limit : limits) {
        const rlimit both {limit.value, limit.value};
        if (setrlimit(limit.resource, &both) != 0)
            return false;
    }
    return true;
}

// The kernel's own interface, so that old system headers do not decide what the program can do.
struct LandlockRuleset
{
    std::uint64_t files, network, scoped;
};
struct LandlockPath
{
    std::uint64_t access;
    std::int32_t parent;
} __attribute__((packed));

constexpr long landlockCreate = 444, landlockAdd = 445, landlockRestrict = 446;
constexpr unsigned landlockVersionFlag = 1;
constexpr int landlockPathBeneath = 1;
constexpr std::uint64_t readFile = 1 << 2, readDirectory = 1 << 3;

LandlockRuleset rulesetOf(long version)
{
    // Rights known to each version; whatever is handled and not granted is denied.
    LandlockRuleset ruleset {(1 << 13) - 1, 0, 0};
    if (version >= 2)
        ruleset.files |= 1 << 13; // moving between folders
    if (version >= 3)
        ruleset.files |= 1 << 14; // truncating
    if (version >= 4)
        ruleset.network = 3; // TCP bind and connect
    if (version >= 5)
        ruleset.files |= 1 << 15; // ioctl on devices
    if (version >= 6)
        ruleset.scoped = 3; // abstract sockets, signals
    return ruleset;
}

std::size_t rulesetSize(long version)
{
    return version >= 6 ? sizeof(LandlockRuleset) : version >= 4 ? 16 : 8;
}

/// 1 restricted, 0 the kernel has no Landlock, -1 failed.
int restrictFiles()
{
    const long version = syscall(landlockCreate, nullptr, 0, landlockVersionFlag);
    if (version < 1)
        return 0;
    const LandlockRuleset ruleset = rulesetOf(version);
    const int fd = static_cast<int>(syscall(landlockCreate, &ruleset, rulesetSize(version), 0));
    if (fd < 0)
        return -1;
    // Where PDFium looks for fonts; a folder that is not there needs no rule.
    for (const char *folder : {"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts"}) {
        const int parent = open(folder, O_PATH | O_CLOEXEC);
        if (parent < 0)
            continue;
        const LandlockPath rule {readFile | readDirectory, parent};
        const long added = syscall(landlockAdd, fd, landlockPathBeneath, &rule, 0);
        close(parent);
        if (added != 0) {
            close(fd);
            return -1;
        }
    }
    const long restricted = syscall(landlockRestrict, fd, 0);
    close(fd);
    return restricted == 0 ? 1 : -1;
}

bool allowCalls(scmp_filter_ctx filter)
{
    for (const int call : {SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(close),
             SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(lseek),
             SCMP_SYS(getdents64), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
             SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(futex),
             SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
             SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
             SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getrandom),
             SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(sysinfo),
             SCMP_SYS(uname), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)}) {
        // A call that this architecture does not have needs no rule.
        const int added = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
        if (added != 0 && added != -EDOM)
            return false;
    }
    // Memory that can be executed is never needed again: all libraries are loaded.
    const auto notExecutable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    // Threads of this process only (Qt converts large pictures in a pool); clone3 hides its flags in memory.
    const auto threadOnly = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD);
    const auto onlyMyself = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()));
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, notExecutable) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, notExecutable) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, threadOnly) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, onlyMyself) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_GETFL)) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_SETFD)) == 0;
}

bool allowReadOnlyOpening(scmp_filter_ctx filter)
{
    constexpr auto writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
               SCMP_A2(SCMP_CMP_MASKED_EQ, writing, O_RDONLY)) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
               SCMP_A1(SCMP_CMP_MASKED_EQ, writing, O_RDONLY)) == 0;
}

bool killOnAttack(scmp_filter_ctx filter)
{
    // Nothing that draws asks for these; who does is not drawing any more.
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(execve), SCMP_SYS(execveat),
             SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
             SCMP_SYS(process_vm_writev), SCMP_SYS(mount), SCMP_SYS(bpf), SCMP_SYS(io_uring_setup)}) {
        const int added = seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0);
        if (added != 0 && added != -EDOM)
            return false;
    }
    return true;
}

bool filterCalls(bool mayOpen)
{
    // Whatever is in no list fails as if it were forbidden, so that a library which asks for more than it needs goes on.
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return false;
    const bool isLoaded = allowCalls(filter) && (!mayOpen || allowReadOnlyOpening(filter)) && killOnAttack(filter)
        && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return isLoaded;
}

} // namespace

Lockdown lockDown()
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || !setLimits())
        return {};
    const int files = restrictFiles();
    if (files < 0 || !filterCalls(files > 0))
        return {};
    return {true, files > 0};
}

} // namespace uk::renderer
