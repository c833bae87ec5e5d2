// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// Starts uketsuke-pdf of this build with the Landlock calls missing, as on
// an older kernel. Put in the place of the renderer by tests.
#include <seccomp.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

int main(int, char **argv)
{
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (const int call : {444, 445, 446}) {
        if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0) != 0)
            return 1;
    }
    if (seccomp_load(filter) != 0)
        return 1;
    const auto self = std::filesystem::read_symlink("/proc/self/exe");
    const auto program = self.parent_path().parent_path() / "uketsuke-pdf";
    execv(program.c_str(), argv);
    return 1;
}
