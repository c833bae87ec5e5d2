// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"
#include "app/pmh/profile.h"
#include "itemtable.h"
#include "jsonpath.h"
#include "othertongue.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

struct CsvRow
{
    QString item, processType, direction, schema, path;
};

/// The guideline's items and their places in the contract.
QList<CsvRow> readItems()
{
    QFile file(QFINDTESTDATA("data/items.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<CsvRow> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.sliced(1)) {
        const QStringList cells = line.split(u',');
        const QStringList place = cells.at(3).split(u": "_s);
        rows.append({cells.at(0), cells.at(1), cells.at(2), place.at(0), place.at(1)});
    }
    return rows;
}

const QList<CsvRow> &items()
{
    static const QList<CsvRow> all = readItems();
    return all;
}

const CsvRow &itemNamed(const QString &item)
{
    return *std::ranges::find(items(), item, &CsvRow::item);
}

const ProcessType &processTypeOf(const QString &item)
{
    return *std::ranges::find(processTypes(), itemNamed(item).processType, &ProcessType::name);
}

/// Whether the row's place is the one that items.csv names: from the answer on, or within an object that it shares.
bool isAt(const QString &path, const CsvRow &item, const ContractObject &root)
{
    return item.schema == root.name ? path.startsWith(item.path) : path.contains(u'.' + item.path);
}

} // namespace

/// Walks all 206 items.
class RecordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyItemHasItsRowAtItsPlace();
    void everyItemComesOutOfTheWire_data();
    void everyItemComesOutOfTheWire();
    void everyItemComesOutUnderAnotherName_data() { everyItemComesOutOfTheWire_data(); }
    void everyItemComesOutUnderAnotherName();
    void everyItemComesOutOfAnotherTongue_data() { everyItemComesOutOfTheWire_data(); }
    void everyItemComesOutOfAnotherTongue();
    void everyItemOfAWrongTypeIsNamed_data() { everyItemComesOutOfTheWire_data(); }
    void everyItemOfAWrongTypeIsNamed();
    void everyItemMayBeNullOrAbsentUnlessRequired_data() { everyItemComesOutOfTheWire_data(); }
    void everyItemMayBeNullOrAbsentUnlessRequired();
    void everyRegisteredItemGoesToTheWire();
    void everyRegistrationSpeaksAnotherTongue();
    void profilesInAnotherTongueRenameEverything();

private:
    /// The row that the test function is called for.
    [[nodiscard]] static const itemtable::Row &row()
    {
        return *std::ranges::find(itemtable::rows(), QString::fromLatin1(QTest::currentDataTag()),
                                  &itemtable::Row::item);
    }
    [[nodiscard]] static const ContractObject &answer() { return *processTypeOf(row().item).result; }
    [[nodiscard]] static JsonValue base() { return itemtable::baseBody(answer().name); }
    [[nodiscard]] static JsonValue filled() { return jsonpath::with(base(), row().path, row().wire); }
    [[nodiscard]] static Result<QString> shown(const WireForm &form, const JsonValue &wire)
    {
        return row().shown(form, writeJson(wire));
    }

    const WireForm m_form{ConnectionProfile()}; ///< the canonical names
    struct Tongue
    {
        explicit Tongue(OtherTongue::Names names)
            : speaker(names)
            , form(speaker.profile())
        {
        }
        OtherTongue speaker;
        WireForm form;
    };
    const Tongue m_tongues[3]{Tongue(OtherTongue::Names::ByMember), Tongue(OtherTongue::Names::ByPlace),
                              Tongue(OtherTongue::Names::Some)};
};

void RecordsTest::everyItemHasItsRowAtItsPlace()
{
    QCOMPARE(items().size(), 206);
    QSet<QString> inquired;
    QSet<QString> registered;
    for (const CsvRow &item : items()) {
        const ProcessType &type = processTypeOf(item.item);
        QCOMPARE(type.isRegistration, item.direction == "register"_L1);
        const auto known = std::ranges::find(itemtable::rows(), item.item, &itemtable::Row::item);
        const auto sent = std::ranges::find(itemtable::registeredRows(), item.item, &itemtable::RegisteredRow::item);
        if (type.isRegistration) {
            QVERIFY2(sent != itemtable::registeredRows().cend(), qPrintable(item.item));
            QVERIFY2(isAt(sent->path, item, *type.request), qPrintable(item.item));
            registered.insert(item.item);
        } else {
            QVERIFY2(known != itemtable::rows().cend(), qPrintable(item.item));
            QVERIFY2(isAt(known->path, item, *type.result), qPrintable(item.item));
            inquired.insert(item.item);
        }
    }
    QCOMPARE(inquired.size(), itemtable::rows().size());
    QCOMPARE(inquired.size() + registered.size(), 206);
}

void RecordsTest::everyItemComesOutOfTheWire_data()
{
    QTest::addColumn<QString>("item");
    for (const itemtable::Row &item : itemtable::rows())
        QTest::newRow(qPrintable(item.item)) << item.item;
}

void RecordsTest::everyItemComesOutOfTheWire()
{
    const auto before = shown(m_form, base());
    QVERIFY2(before, before ? "" : qPrintable(before.error().detail));
    QVERIFY2(*before != row().expected, "the value is not there by itself");
    const auto after = shown(m_form, filled());
    QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
    QCOMPARE(*after, row().expected);
}

void RecordsTest::everyItemComesOutUnderAnotherName()
{
    ConnectionProfile profile;
    profile.members.insert(answer().name + u'.' + row().path, u"別名"_s);
    const WireForm form(profile);
    QStringList path = row().path.split(u'.');
    path.last() = u"別名"_s;
    // The base has the member under its old name where it is required, which is now unknown.
    const auto renamed = shown(form, jsonpath::with(base(), path, *parseJson(row().wire)));
    QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().detail));
    QCOMPARE(*renamed, row().expected);
    const auto dropped = shown(form, filled());
    QCOMPARE(dropped.has_value(), !row().isRequired);
    QVERIFY(!dropped || *dropped != row().expected);
}

void RecordsTest::everyItemComesOutOfAnotherTongue()
{
    for (const Tongue &tongue : m_tongues) {
        const auto heard = shown(tongue.form, tongue.speaker.spoken(answer(), filled()));
        QVERIFY2(heard, heard ? "" : qPrintable(heard.error().detail));
        QCOMPARE(*heard, row().expected);
    }
}

void RecordsTest::everyItemOfAWrongTypeIsNamed()
{
    // An array in an array is the wrong type everywhere.
    const auto read = shown(m_form, jsonpath::with(base(), row().path, "[[1]]"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::AnswerWrongType);
    QVERIFY2(read.error().arguments.first().split(u' ').contains(row().item), qPrintable(read.error().detail));
    QVERIFY(read.error().detail.startsWith(answer().name + ": "_L1));
    const QString place = QString(row().path).replace("[]"_L1, "[0]"_L1);
    QVERIFY2(read.error().arguments.at(1).startsWith(place), qPrintable(read.error().detail));
}

void RecordsTest::everyItemMayBeNullOrAbsentUnlessRequired()
{
    const JsonValue null = jsonpath::with(base(), row().path, "null");
    const bool isInBase = !jsonpath::at(base(), row().path).isNull();
    for (const JsonValue &body : {null, isInBase ? null : base()}) {
        const auto read = shown(m_form, body);
        QCOMPARE(read.has_value(), !row().isRequired);
        if (read)
            continue;
        QCOMPARE(read.error().code, ErrorCode::AnswerMemberMissing);
        QVERIFY(read.error().arguments.first().split(u' ').contains(row().item));
    }
}

void RecordsTest::everyRegisteredItemGoesToTheWire()
{
    for (const itemtable::RegisteredRow &sent : itemtable::registeredRows()) {
        QCOMPARE(writeJson(jsonpath::at(sent.encoded(m_form), sent.path)), sent.wire);
        ConnectionProfile profile;
        profile.members.insert(itemNamed(sent.item).processType + u'.' + sent.path, u"別名"_s);
        QString path = sent.path;
        path.replace(path.lastIndexOf(u'.') + 1, path.size(), u"別名"_s);
        QCOMPARE(writeJson(jsonpath::at(sent.encoded(WireForm(profile)), path)), sent.wire);
    }
}

void RecordsTest::everyRegistrationSpeaksAnotherTongue()
{
    for (const itemtable::RegisteredRow &sent : itemtable::registeredRows()) {
        for (const Tongue &tongue : m_tongues) {
            const JsonValue expected = tongue.speaker.spoken(*processTypeOf(sent.item).request, sent.encoded(m_form));
            QCOMPARE(writeJson(sent.encoded(tongue.form)), writeJson(expected));
        }
    }
}

void RecordsTest::profilesInAnotherTongueRenameEverything()
{
    for (const Tongue &tongue : {m_tongues[0], m_tongues[1]}) {
        const JsonValue request = itemtable::registeredRows().first().encoded(tongue.form);
        for (const JsonMember &member : request.members())
            QVERIFY2(member.name.startsWith(u'名'), qPrintable(member.name));
        QVERIFY(request.members().first().value.toString().startsWith(u"業務"));
        QCOMPARE(tongue.speaker.profile().processTypes.size(), 20);
        QCOMPARE(tongue.speaker.profile().codes.size(), OtherTongue::codeLists().size());
    }
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "tst_records.moc"
