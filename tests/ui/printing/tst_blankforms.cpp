// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// Sheets on a real cupsd with a cups-pdf queue "PDF", started by tests/support/with-cups.
#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/visit/blankforms.h"
#include "tests/ui/printing/paperforms.h"
#include "ui/printing/cupsprintport.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

const StaffMember receptionist{u"s1"_s, u"訓練 受付"_s, StaffRole::Reception, false};

QImage pageOf(const QString &pdf)
{
    QTemporaryDir folder;
    QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-singlefile"_s, u"-png"_s, pdf, folder.filePath(u"p"_s)});
    return QImage(folder.filePath(u"p.png"_s));
}

int inkOf(const QImage &image)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 160;
    return dark;
}

} // namespace

class BlankFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nobodySignedInPrintsNothing();
    void nothingOpenPrintsNothing();
    void aBlankFormIsLoggedAndPrinted();
    void aMissingPrinterIsToldAndLogged();
    void onlyFormsOfQuestionnairesAreRemembered();

private:
    [[nodiscard]] QStringList logged();
    void openFirst();

    FixedClock m_clock{QDateTime(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KeyStore> m_keys;
    std::unique_ptr<AuditLog> m_audit;
    std::unique_ptr<FormStore> m_store;
    std::unique_ptr<DocumentRenderer> m_renderer;
    std::unique_ptr<CupsPrintPort> m_printer;
    std::unique_ptr<BlankForms> m_forms;
};

void BlankFormsTest::init()
{
    m_forms.reset();
    m_audit.reset();
    m_store.reset();
    QDir printed(qEnvironmentVariable("UKETSUKE_PRINTED"));
    for (const QString &name : printed.entryList(QDir::Files))
        printed.remove(name);
    m_folder = std::make_unique<QTemporaryDir>();
    m_keys = makeMemoryKeyStore();
    m_audit = std::make_unique<AuditLog>(m_folder->filePath(u"audit.sqlite"_s), *m_keys, m_clock);
    m_store = std::make_unique<FormStore>(m_folder->filePath(u"forms"_s), m_clock);
    m_renderer = std::make_unique<DocumentRenderer>(qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/uketsuke-pdf"_s);
    m_printer = std::make_unique<CupsPrintPort>();
    m_forms = std::make_unique<BlankForms>(*m_store, *m_audit, *m_renderer, *m_printer, true);
    m_store->remember(u"五種混合"_s, paperforms::definition(u"infant"_s));
}

/// Event and object of every entry.
QStringList BlankFormsTest::logged()
{
    QStringList all;
    for (const QByteArray &line : readAuditLines(m_folder->filePath(u"audit.sqlite"_s), 1, 100).value_or(QList<QByteArray>()))
        all.append(QString::fromUtf8(line));
    return all;
}

void BlankFormsTest::openFirst()
{
    m_forms->open(m_forms->forms().value(0));
    QTRY_VERIFY_WITH_TIMEOUT(!m_forms->document()->info.pageSizes.isEmpty() || m_forms->document()->error, 30'000);
    QVERIFY(!m_forms->document()->error);
    QCOMPARE(m_forms->document()->info.pageSizes.size(), 1);
}

void BlankFormsTest::nobodySignedInPrintsNothing()
{
    openFirst();
    const auto result = m_forms->print({u"PDF"_s, 1, {}, false}, std::nullopt);
    QVERIFY(!result && result.error().code == ErrorCode::NotPermitted);
    QVERIFY(!m_forms->isPrinting());
}

void BlankFormsTest::nothingOpenPrintsNothing()
{
    const auto result = m_forms->print({u"PDF"_s, 1, {}, false}, receptionist);
    QVERIFY(!result && result.error().code == ErrorCode::StepNotPossible);
}

void BlankFormsTest::aBlankFormIsLoggedAndPrinted()
{
    openFirst();
    QVERIFY(m_forms->print({u"PDF"_s, 1, {}, false}, receptionist).has_value());
    QVERIFY(m_forms->isPrinting());
    // One at a time.
    QVERIFY(!m_forms->print({u"PDF"_s, 1, {}, false}, receptionist).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!m_forms->isPrinting(), 60'000);
    QVERIFY(m_forms->document()->lastPrint.has_value());
    QCOMPARE(m_forms->document()->lastPrint->outcome, PrintOutcome::Finished);
    QCOMPARE(m_forms->document()->printCount, 1);
    QTRY_VERIFY(logged().size() >= 2);
    const QStringList lines = logged();
    QVERIFY2(lines[lines.size() - 2].contains(u"print.started"_s) && lines[lines.size() - 2].contains(u"blankForm"_s),
             qPrintable(lines.join(u'\n')));
    QVERIFY(lines.last().contains(u"print.finished"_s));
    QVERIFY(!lines.join(u'\n').contains(u"五種混合"_s));
    // The paper shows the sheet, with the training mark over it.
    const QDir printed(qEnvironmentVariable("UKETSUKE_PRINTED"));
    QCOMPARE(printed.entryList(QDir::Files).size(), 1);
    const QImage paper = pageOf(printed.filePath(printed.entryList(QDir::Files).first()));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sheet.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_printer->formPdf(blankPaperForm(paperforms::definition(u"infant"_s), u"五種混合"_s, true)));
    file.close();
    const QImage sheet = pageOf(file.fileName());
    QVERIFY(!paper.isNull() && !sheet.isNull());
    QVERIFY2(inkOf(paper) > inkOf(sheet) * 7 / 10, qPrintable(u"%1 %2"_s.arg(inkOf(paper)).arg(inkOf(sheet))));
}

void BlankFormsTest::aMissingPrinterIsToldAndLogged()
{
    openFirst();
    QVERIFY(m_forms->print({u"nowhere"_s, 1, {}, false}, receptionist).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!m_forms->isPrinting(), 60'000);
    QVERIFY(m_forms->document()->printError.has_value());
    QCOMPARE(m_forms->document()->printError->code, ErrorCode::PrinterMissing);
    QCOMPARE(m_forms->document()->printCount, 0);
    QTRY_VERIFY(logged().value(logged().size() - 1).contains(u"print.failed"_s));
}

void BlankFormsTest::onlyFormsOfQuestionnairesAreRemembered()
{
    VisitData visit;
    OpenQuestionnaire known, unread;
    known.summary.questionnaireManagementId = u"Q-SECRET-1"_s;
    known.summary.questionnaireName = u"HPV"_s;
    known.basis = QuestionnaireRecord();
    known.basis->definition = paperforms::definition(u"hpv"_s);
    known.basis->answers = paperforms::answers(known.basis->definition, 0);
    unread.summary.questionnaireName = u"読めない"_s;
    visit.questionnaires = {known, unread};
    m_forms->remember(visit);
    QCOMPARE(m_forms->forms().size(), 2);
    m_store.reset(); // written to the end
    m_store = std::make_unique<FormStore>(m_folder->filePath(u"forms"_s), m_clock);
    const QDir forms(m_folder->filePath(u"forms"_s));
    for (const QString &name : forms.entryList(QDir::Files)) {
        QFile file(forms.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("Q-SECRET") && !bytes.contains("答え4") && !bytes.contains("answers"));
    }
}

QTEST_MAIN(BlankFormsTest)
#include "tst_blankforms.moc"
