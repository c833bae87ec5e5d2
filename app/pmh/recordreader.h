// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/jsonevents.h"
#include "app/pmh/objectnames.h"

#include <vector>

namespace uk {

/// Fills one record from the events of a JSON text. Goes on after a fault, so that other records are filled all the
/// same. Used once.
class RecordReader final : public JsonEvents
{
public:
    /// `record` is of the type of the names' table.
    RecordReader(const Renaming &renaming, ObjectNames &names, void *record);

    /// What is wrong with the whole answer, once everything was told.
    [[nodiscard]] std::optional<Error> takeError() { return std::move(m_error); }

    void null() override;
    void boolean(bool value) override;
    void number(QByteArrayView text) override;
    void string(QByteArrayView utf8) override;
    void startObject() override;
    void member(QByteArrayView name) override;
    void endObject() override;
    void startArray() override;
    void endArray() override;

private:
    /// What is open: an object that is being filled, or a list of one of its members.
    struct Level
    {
        enum Shape { Object, Records, Texts } shape;
        ObjectNames *names;                    ///< of the object; of a list: of the object that has it
        void *record;                          ///< the same
        ObjectNames::Member *member = nullptr; ///< whose value comes next; nullptr: nobody knows it
        qsizetype index = -1;                  ///< in a list
        std::size_t next = 0;                  ///< members mostly come in the order of the table
        quint64 seen = 0;                      ///< bits of members that have a value
        bool isEntry = false;                  ///< an object of a list
        std::optional<Error> error{};          ///< of an entry that tells its own
    };

    void scalar(const WireScalar &value);
    void takeValue(Level &level, const WireScalar &value);
    [[nodiscard]] bool take(const ObjectNames::Member &member, void *record, const WireScalar &value) const;
    void open(ObjectNames &names, void *record);
    void openEntry(Level &list);
    void closeObject();
    void skip(JsonValue::Type type);
    void failType(JsonValue::Type type, QLatin1StringView expected);
    void fail(ErrorCode code, const QString &reason);
    void markSeen(Level &level);

    const Renaming &m_renaming;
    ObjectNames &m_root;
    void *m_record;
    std::vector<Level> m_levels;
    int m_skipped = 0; ///< objects and arrays that are open and not wanted
    std::optional<Error> m_error;
};

} // namespace uk
