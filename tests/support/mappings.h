// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QFile>

namespace uk::test {

/// One mapping of a process's memory with the kernel's flags for it (proc(5), smaps: lo locked, dd not dumped,
/// wf wiped on fork).
struct Mapping
{
    quint64 start = 0, end = 0;
    QByteArrayList flags;
};

inline QList<Mapping> mappingsOf(const QByteArray &process)
{
    QList<Mapping> all;
    QFile file(QString::fromLatin1("/proc/" + process + "/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray first = line.left(line.indexOf(' '));
        const QByteArrayList range = first.split('-');
        bool isStart = false, isEnd = false;
        if (range.size() == 2) {
            const quint64 start = range[0].toULongLong(&isStart, 16), end = range[1].toULongLong(&isEnd, 16);
            if (isStart && isEnd)
                all.append({start, end, {}});
        } else if (first == "VmFlags:" && !all.isEmpty()) {
            all.last().flags = line.mid(first.size()).simplified().split(' ');
        }
    }
    return all;
}

/// Not swapped, not in a core file, not in a child. The address sanitizer turns mlock() into nothing.
inline bool isGuarded(const Mapping &mapping)
{
#ifdef __SANITIZE_ADDRESS__
    constexpr bool isLockIgnored = true;
#else
    constexpr bool isLockIgnored = false;
#endif
    return (isLockIgnored || mapping.flags.contains("lo")) && mapping.flags.contains("dd") && mapping.flags.contains("wf");
}

} // namespace uk::test
