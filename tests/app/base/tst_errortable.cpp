// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/errortable.h"
#include "translations/language.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using uk::ErrorCode;
using uk::ErrorText;

namespace {

const QList<ErrorCode> &allCodes()
{
    static const QList<ErrorCode> codes{
#define UKETSUKE_LIST(number, name) ErrorCode::name,
        UKETSUKE_ERROR_CODES(UKETSUKE_LIST)
#undef UKETSUKE_LIST
    };
    return codes;
}

/// What a patient is not to read. Whole words in English, parts in Japanese.
const QStringList &technicalTerms()
{
    static const QStringList terms{u"エラー"_s, u"サーバ"_s, u"トークン"_s, u"プロファイル"_s, u"プロトコル"_s,
        u"タイムアウト"_s, u"データベース"_s, u"ログ"_s, u"キーチェーン"_s, u"アプリケーション"_s, u"プロセス"_s,
        u"認証局"_s, u"ルート証明書"_s, u"署名"_s, u"コード"_s, u"ネットワーク"_s, u"ポータル"_s, u"レンダ"_s,
        u"ファイル"_s, u"USB"_s, u"PDF"_s, u"API"_s, u"PMH"_s, u"JPKI"_s, u"HTTP"_s, u"TLS"_s, u"JSON"_s, u"IT"_s,
        u"OS"_s};
    return terms;
}

const QStringList &technicalWords()
{
    static const QStringList words{u"error"_s, u"server"_s, u"token"_s, u"profile"_s, u"protocol"_s, u"timeout"_s,
        u"database"_s, u"log"_s, u"keychain"_s, u"process"_s, u"signature"_s, u"root"_s, u"network"_s, u"portal"_s,
        u"file"_s, u"USB"_s, u"PDF"_s, u"API"_s, u"PMH"_s, u"JPKI"_s, u"HTTP"_s, u"TLS"_s, u"JSON"_s, u"IT"_s,
        u"invalid"_s, u"illegal"_s, u"failure"_s};
    return words;
}

bool holdsJapanese(const QString &text)
{
    static const QRegularExpression japanese(u"[\\p{Hiragana}\\p{Katakana}\\p{Han}]"_s);
    return japanese.match(text).hasMatch();
}

QStringList partsOf(const ErrorText &text)
{
    return {text.title, text.patient, text.staff, text.it};
}

} // namespace

class ErrorTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasItsOwnPublicForm();
    void everyTextIsThereInEveryLanguage_data();
    void everyTextIsThereInEveryLanguage();
    void patientsReadNoTechnicalTerm();
    void titlesAreShortAndSayWhatHappened();
    void argumentsAreFilledIn();
    void aSentenceWhoseArgumentIsMissingIsLeftOut();
    void aDayIsWrittenAsPeopleWriteIt();
    void anArgumentIsNotFilledInAgain();
    void anUnknownNumberIsAnInternalError();
    void theLanguageIsSwitchedAndBack();
};

void ErrorTableTest::everyCodeHasItsOwnPublicForm()
{
    QSet<QString> codes;
    static const QRegularExpression form(u"^UK-[CPAQDS][0-9]{3}$"_s);
    for (const ErrorCode code : allCodes()) {
        QVERIFY(form.match(uk::errorText(code).code).hasMatch());
        codes.insert(uk::errorText(code).code);
    }
    QCOMPARE(codes.size(), allCodes().size());
}

void ErrorTableTest::everyTextIsThereInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : uk::Language::available())
        QTest::newRow(qPrintable(language)) << language;
}

/// With and without arguments: no text is empty, none shows a place for an argument, none is in the other language.
void ErrorTableTest::everyTextIsThereInEveryLanguage()
{
    QFETCH(QString, language);
    uk::Language screens;
    QVERIFY(screens.set(language));
    for (const ErrorCode code : allCodes()) {
        for (const QStringList &arguments : {QStringList(), QStringList{u"1"_s, u"2"_s, u"3"_s}}) {
            for (const QString &text : partsOf(uk::errorText({code, {}, arguments}))) {
                const QByteArray where = uk::publicCode(code).data();
                QVERIFY2(!text.trimmed().isEmpty(), where);
                QVERIFY2(!text.contains(u'%'), where);
                QVERIFY2(holdsJapanese(text) == (language == u"ja"), qPrintable(QString::fromLatin1(where) + text));
            }
        }
    }
}

void ErrorTableTest::patientsReadNoTechnicalTerm()
{
    uk::Language screens;
    QVERIFY(screens.set(u"ja"_s));
    for (const ErrorCode code : allCodes()) {
        const ErrorText text = uk::errorText(code);
        for (const QString &term : technicalTerms())
            QVERIFY2(!text.patient.contains(term), qPrintable(text.code + term));
    }
    QVERIFY(screens.set(u"en"_s));
    for (const ErrorCode code : allCodes()) {
        const ErrorText text = uk::errorText(code);
        for (const QString &word : technicalWords()) {
            const QRegularExpression whole(u"\\b%1\\b"_s.arg(word));
            QVERIFY2(!whole.match(text.patient).hasMatch(), qPrintable(text.code + word));
        }
    }
}

void ErrorTableTest::titlesAreShortAndSayWhatHappened()
{
    uk::Language screens;
    QVERIFY(screens.set(u"ja"_s));
    for (const ErrorCode code : allCodes()) {
        const ErrorText text = uk::errorText(code);
        QVERIFY2(text.title.size() <= 30, qPrintable(text.title));
        QVERIFY2(!text.title.contains(u"エラー"), qPrintable(text.title));
        for (const QString &sentence : {text.patient, text.staff, text.it})
            QVERIFY2(sentence.endsWith(u'。'), qPrintable(sentence));
    }
}

void ErrorTableTest::argumentsAreFilledIn()
{
    const ErrorText wrong = uk::errorText({ErrorCode::PinWrong, {}, {u"2"_s}});
    QVERIFY(wrong.patient.contains(u"あと2回"));
    const ErrorText range = uk::errorText({ErrorCode::ValueOutOfRange, {}, {u"体温"_s, u"34～42"_s}});
    QVERIFY(range.staff.contains(u"「体温」に入力できるのは34～42です。"));
    const ErrorText setting = uk::errorText({ErrorCode::SettingInvalid, {}, {u"/etc/a.ini"_s, u"card.pinStep"_s}});
    QVERIFY(setting.it.contains(u"/etc/a.ini") && setting.it.contains(u"card.pinStep"));
}

void ErrorTableTest::aSentenceWhoseArgumentIsMissingIsLeftOut()
{
    const ErrorText wrong = uk::errorText(ErrorCode::PinWrong);
    QCOMPARE(wrong.patient, u"暗証番号が違うようです。数字4桁の暗証番号を、ゆっくり確かめて入力してください。"_s);
    uk::Language screens;
    QVERIFY(screens.set(u"en"_s));
    const ErrorText english = uk::errorText({ErrorCode::PinWrong, {}, {QString()}});
    QVERIFY(english.patient.startsWith(u"The PIN does not seem to be right. Please"));
}

void ErrorTableTest::aDayIsWrittenAsPeopleWriteIt()
{
    const uk::Error expired{ErrorCode::CertificateExpired, {}, {u"2026-12-01"_s}};
    QVERIFY(uk::errorText(expired).patient.contains(u"令和8年12月1日（2026年）でした。"_s));
    uk::Language screens;
    QVERIFY(screens.set(u"en"_s));
    QVERIFY(uk::errorText(expired).patient.contains(u"1 December 2026"_s));
    // What only looks like one stays as it is.
    QVERIFY(uk::errorText({ErrorCode::ValueTooLong, {}, {u"2026-13-01"_s, u"5"_s}}).staff.contains(u"2026-13-01"_s));
}

void ErrorTableTest::anArgumentIsNotFilledInAgain()
{
    const ErrorText text = uk::errorText({ErrorCode::ValueTooLong, {}, {u"%2%1"_s, u"5"_s}});
    QVERIFY(text.staff.contains(u"「%2%1」に入力できるのは5文字"));
}

void ErrorTableTest::anUnknownNumberIsAnInternalError()
{
    QCOMPARE(uk::errorText(static_cast<ErrorCode>(100'000)).title, uk::errorText(ErrorCode::Internal).title);
}

void ErrorTableTest::theLanguageIsSwitchedAndBack()
{
    const QString japanese = uk::errorText(ErrorCode::NoReader).title;
    uk::Language screens;
    QVERIFY(screens.set(u"en"_s));
    QCOMPARE(uk::errorText(ErrorCode::NoReader).title, u"Cards cannot be read at the moment"_s);
    QVERIFY(!screens.set(u"xx"_s));
    QCOMPARE(screens.current(), u"en"_s);
    QVERIFY(screens.set(u"ja"_s));
    QCOMPARE(uk::errorText(ErrorCode::NoReader).title, japanese);
}

QTEST_GUILESS_MAIN(ErrorTableTest)
#include "tst_errortable.moc"
