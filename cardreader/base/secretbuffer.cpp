// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/secretbuffer.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <new>
#include <utility>

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace uk {

namespace {

#ifdef _WIN32
std::size_t pageSize()
{
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

/// Keeps memory out of error reports, or lets it in again. Windows 10 (1703) and later have the functions, import
/// libraries and Wine not always.
void excludeFromReports(std::byte *data, std::size_t size, bool isExcluded)
{
    using Register = HRESULT(WINAPI *)(const void *, DWORD);
    using Unregister = HRESULT(WINAPI *)(const void *);
    const HMODULE kernel = GetModuleHandleW(L"kernel32.dll");
    const auto function = [kernel](const char *name) { return reinterpret_cast<void *>(GetProcAddress(kernel, name)); };
    if (isExcluded) {
        if (const auto add = reinterpret_cast<Register>(function("WerRegisterExcludedMemoryBlock")))
            add(data, static_cast<DWORD>(size));
    } else if (const auto remove = reinterpret_cast<Unregister>(function("WerUnregisterExcludedMemoryBlock"))) {
        remove(data);
    }
}
#else
std::size_t pageSize()
{
    return static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}
#endif

} // namespace

// Whole pages of its own: mlock and MADV_DONTDUMP work on pages, and a shared page would be unlocked by a neighbour.
SecretBuffer::SecretBuffer(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(capacity, 1))
{
    const std::size_t page = pageSize();
    m_mapped = (m_capacity + page - 1) / page * page;
#ifdef _WIN32
    m_data = static_cast<std::byte *>(VirtualAlloc(nullptr, m_mapped, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE));
    if (!m_data)
        throw std::bad_alloc();
    m_isLocked = VirtualLock(m_data, m_mapped) != 0;
    excludeFromReports(m_data, m_mapped, true);
#else
    void *memory = mmap(nullptr, m_mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    m_data = static_cast<std::byte *>(memory);
    m_isLocked = mlock(m_data, m_mapped) == 0;
    madvise(m_data, m_mapped, MADV_DONTDUMP);
    madvise(m_data, m_mapped, MADV_WIPEONFORK);
#endif
}

SecretBuffer::~SecretBuffer()
{
    release();
}

SecretBuffer::SecretBuffer(SecretBuffer &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_mapped(std::exchange(other.m_mapped, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
    , m_size(std::exchange(other.m_size, 0))
    , m_isLocked(std::exchange(other.m_isLocked, false))
{
}

SecretBuffer &SecretBuffer::operator=(SecretBuffer &&other) noexcept
{
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_mapped = std::exchange(other.m_mapped, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
        m_size = std::exchange(other.m_size, 0);
        m_isLocked = std::exchange(other.m_isLocked, false);
    }
    return *this;
}

SecretBuffer SecretBuffer::copyOf(std::span<const std::byte> bytes)
{
    SecretBuffer buffer(bytes.size());
    std::ranges::copy(bytes, buffer.m_data);
    buffer.m_size = bytes.size();
    return buffer;
}

bool SecretBuffer::append(std::byte value)
{
    if (m_size >= m_capacity)
        return false;
    m_data[m_size++] = value;
    return true;
}

void SecretBuffer::removeLast()
{
    if (m_size > 0)
        m_data[--m_size] = std::byte{0};
}

void SecretBuffer::clear()
{
    if (m_data)
        wipe({m_data, m_mapped});
    m_size = 0;
}

void SecretBuffer::release() noexcept
{
    if (!m_data)
        return;
    wipe({m_data, m_mapped});
#ifdef _WIN32
    excludeFromReports(m_data, m_mapped, false);
    VirtualUnlock(m_data, m_mapped);
    VirtualFree(m_data, 0, MEM_RELEASE);
#else
    munmap(m_data, m_mapped);
#endif
    m_data = nullptr;
    m_mapped = m_capacity = m_size = 0;
}

void wipe(std::span<std::byte> bytes) noexcept
{
    OPENSSL_cleanse(bytes.data(), bytes.size());
}

} // namespace uk
