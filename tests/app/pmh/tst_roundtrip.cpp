// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/profile.h"
#include "app/pmh/recordcodec.h"
#include "othertongue.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr int seeds = 60;

QByteArray randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"a"_s, u"葛\U000E0100"_s, u"\U00020BB7"_s, u"は\u3099"_s, u"\n"_s, u"\""_s,
                                    u"\\"_s, u"\uFEFF"_s, QString(QChar(0)), u"\u2028"_s, u"0"_s};
    QString text = pieces.at(random.bounded(pieces.size()));
    for (int more = random.bounded(4); more > 0; --more)
        text += pieces.at(random.bounded(pieces.size()));
    return text.toUtf8();
}

/// Fills records of any table with values that a server might send.
class Filler
{
public:
    explicit Filler(quint32 seed)
        : m_random(seed)
    {
    }

    void fill(const ContractObject &object, void *record, int depth = 6)
    {
        for (const ContractField &field : object.fields) {
            if (field.isRequired || m_random.bounded(4) > 0)
                fillField(field, record, depth);
        }
    }

private:
    void fillField(const ContractField &field, void *record, int depth)
    {
        const FieldAccess &access = field.access;
        switch (field.kind) {
        case FieldKind::Object:
            return fill(*field.object, access.enter(record), depth - 1);
        case FieldKind::Objects:
            for (int count = depth > 0 ? m_random.bounded(3) : 0; count > 0; --count)
                fill(*field.object, access.enter(record), depth - 1);
            return;
        case FieldKind::Texts:
            return fillTexts(access, record);
        case FieldKind::Result:
            return m_random.bounded(2) ? fillTexts(access, record) : give(field, record, JsonValue::Type::String, randomText(m_random));
        default:
            if (access.take) // else no record holds it
                fillScalar(field, record);
        }
    }

    void fillTexts(const FieldAccess &access, void *record)
    {
        access.startTexts(record);
        for (int count = m_random.bounded(3); count > 0; --count)
            access.takeText(record, unicodeText(randomText(m_random)));
    }

    void fillScalar(const ContractField &field, void *record)
    {
        const auto day = QDate(1900, 1, 1).addDays(m_random.bounded(60000));
        switch (field.kind) {
        case FieldKind::Text:
            return give(field, record, JsonValue::Type::String, textFor(field));
        case FieldKind::ProcessName:
            return give(field, record, JsonValue::Type::String,
                        QString(processTypes()[m_random.bounded(20)].name).toUtf8());
        case FieldKind::Date:
            return give(field, record, JsonValue::Type::String, day.toString(Qt::ISODate).toUtf8());
        case FieldKind::YearMonth:
            return give(field, record, JsonValue::Type::String, day.toString(u"yyyy-MM").toUtf8());
        case FieldKind::Boolean:
            QVERIFY(field.access.take(record, {JsonValue::Type::Boolean, {}, m_random.bounded(2) == 1}, 0));
            return;
        case FieldKind::Number:
            return give(field, record, JsonValue::Type::Number, QByteArray::number(m_random.generateDouble() * 100));
        default:
            return give(field, record, JsonValue::Type::Number, QByteArray::number(m_random.bounded(1, 2000000000)));
        }
    }

    /// A code of the contract or a foreign one, where the field has codes.
    QByteArray textFor(const ContractField &field)
    {
        const QStringList codes = OtherTongue::codeLists().value(QString(field.name));
        if (codes.isEmpty())
            return randomText(m_random);
        const auto index = m_random.bounded(codes.size() + 1);
        return index < codes.size() ? codes.at(index).toUtf8() : QByteArray("X9");
    }

    void give(const ContractField &field, void *record, JsonValue::Type type, const QByteArray &text)
    {
        QVERIFY2(field.access.take(record, {type, text}, field.minimum), QString(field.name).toLatin1());
    }

    QRandomGenerator m_random;
};

} // namespace

/// Random records, written as a server would and read again, under the contract's names and under others.
class RoundTripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersReadAsTheyWereWritten();
    void requestsReadAsTheyWereWritten();

private:
    template<class T>
    void walk(const RecordTable<T> &table)
    {
        for (quint32 seed = 1; seed <= seeds; ++seed) {
            T record{};
            Filler(seed).fill(table, &record);
            for (const WireForm &form : m_forms) {
                const QByteArray wire = writeJson(form.encode(table, record));
                const Result<T> read = form.decode(table, wire);
                QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
                QVERIFY2(*read == record, wire.constData());
            }
        }
    }
    const WireForm m_forms[3]{WireForm(ConnectionProfile()),
                              WireForm(OtherTongue(OtherTongue::Names::ByMember).profile()),
                              WireForm(OtherTongue(OtherTongue::Names::ByPlace).profile())};
};

void RoundTripTest::answersReadAsTheyWereWritten()
{
    walk(*inquiries::vaccinations.answer);
    walk(*inquiries::questionnaires.answer);
    walk(*inquiries::questionnaire.answer);
    walk(*inquiries::certificate.answer);
    walk(*inquiries::prenatalCheckups.answer);
    walk(*inquiries::prenatalVouchers.answer);
    walk(*inquiries::homecoming.answer);
    walk(*inquiries::pregnancyLoss.answer);
    walk(*inquiries::prenatalHandbooks.answer);
    walk(*inquiries::childCheckups.answer);
    walk(*inquiries::childQuestionnaire.answer);
    walk(*inquiries::childHandbook.answer);
    walk(*inquiries::medicalSubsidies.answer);
    walk(*inquiries::copaymentLedger.answer);
    walk(registerResultObject);
}

void RoundTripTest::requestsReadAsTheyWereWritten()
{
    for (const RegisterType &type : registerTypes())
        walk(*type.request);
    for (const auto *request : {inquiries::questionnaire.request, inquiries::certificate.request,
                                inquiries::prenatalHandbooks.request, inquiries::childQuestionnaire.request,
                                inquiries::copaymentLedger.request, inquiries::vaccinations.request})
        walk(*request);
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "tst_roundtrip.moc"
