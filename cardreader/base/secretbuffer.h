// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace uk {

/// A few secret bytes (PIN, key): memory that is locked, left out of core dumps (Windows: error reports) and
/// overwritten at the end.
/// Fixed capacity, movable, not copyable; never converted to a QString. Not thread safe; hand it over by move.
/// If the memory cannot be locked (RLIMIT_MEMLOCK), isLocked() is false and the caller decides.
class SecretBuffer
{
public:
    static constexpr std::size_t defaultCapacity = 64;

    explicit SecretBuffer(std::size_t capacity = defaultCapacity);
    ~SecretBuffer();
    SecretBuffer(SecretBuffer &&other) noexcept;
    SecretBuffer &operator=(SecretBuffer &&other) noexcept;
    SecretBuffer(const SecretBuffer &) = delete;
    SecretBuffer &operator=(const SecretBuffer &) = delete;

    /// A buffer that holds a copy of the bytes; the caller wipes its own.
    [[nodiscard]] static SecretBuffer copyOf(std::span<const std::byte> bytes);
    /// False, and nothing taken, where the capacity is used up.
    [[nodiscard]] bool append(std::byte value);
    void removeLast();
    /// Overwrites everything and sets the size to zero.
    void clear();

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return {m_data, m_size}; }

private:
    void release() noexcept;

    std::byte *m_data = nullptr;
    std::size_t m_mapped = 0;
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
    bool m_isLocked = false;
};

/// Overwrites memory in a way that the compiler keeps.
void wipe(std::span<std::byte> bytes) noexcept;

} // namespace uk
