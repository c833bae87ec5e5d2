// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// What stands on the paper, read back by poppler. With UKETSUKE_PICTURES=FOLDER the sheets are left there as PDF.
#include "tests/ui/printing/paperforms.h"
#include "ui/printing/paperformpdf.h"
#include "ui/printing/paperlayout.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

const StaffMark mark{u"s"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};

QByteArray output(const QByteArray &pdf, const QString &program, QStringList arguments)
{
    QProcess process;
    arguments += {u"-"_s, u"-"_s};
    process.start(program, arguments);
    process.write(pdf);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

/// Without blanks; a font's tables may name a radical in the place of its letter (⽉ for 月).
QString folded(const QString &text)
{
    static const QRegularExpression blank(u"[\\s＿_]"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString folded = text.normalized(QString::NormalizationForm_KC).remove(blank);
    // What normalisation does not know.
    const QString named = u"⻑⻨⻘⻄⻩⻭⻝⻣⺠‧∕"_s, meant = u"長麦青西黄歯食骨民・/"_s;
    for (qsizetype i = 0; i < named.size(); ++i)
        folded.replace(named[i], meant[i]);
    return folded;
}

QString textOf(const QByteArray &pdf)
{
    return folded(QString::fromUtf8(output(pdf, u"pdftotext"_s, {u"-raw"_s})));
}

/// All that the sheet says in words.
QStringList words(const PaperForm &form)
{
    QStringList all = {form.title, form.vaccine};
    const auto addCell = [&](const PaperCell &cell) {
        all.append(cell.text);
        for (const PaperOption &option : cell.options)
            all.append(option.label);
    };
    for (const PaperOption &warning : form.warnings)
        all.append(warning.label);
    for (const PaperSection &section : form.sections) {
        all.append(section.title);
        for (const PaperBlock &block : section.blocks) {
            for (const PaperQuestion &question : block.questions) {
                all += {question.number, question.label, question.hint, question.condition, question.mark};
                addCell(question.cell);
            }
            all += block.table.columns + block.table.marks;
            for (const QList<PaperCell> &row : block.table.rows)
                for (const PaperCell &cell : row)
                    addCell(cell);
        }
    }
    for (const PaperPanel &panel : QList<PaperPanel>{form.person} + form.panels) {
        all.append(panel.title);
        for (const QList<PaperBox> &row : panel.rows)
            for (const PaperBox &box : row) {
                all.append(box.label);
                addCell(box.cell);
            }
    }
    all.append(form.leftOut);
    all.removeAll(QString());
    return all;
}

/// Every letter of a word stands on the sheet somewhere near: columns and line breaks may part a word in the raw text.
bool stands(const QString &text, const QString &word)
{
    const QString wanted = folded(word);
    if (text.contains(wanted))
        return true;
    // Broken over two lines by another column: both halves have to be there.
    for (qsizetype at = 1; at < wanted.size(); ++at)
        if (text.contains(wanted.left(at)) && (text.contains(wanted.mid(at)) || stands(text, wanted.mid(at))))
            return true;
    return false;
}

/// Where a text is in nobody's way: inside the paper, and no two texts over each other.
QStringList collisions(const paper::Layout &layout)
{
    QStringList found;
    for (const paper::Page &page : layout.pages) {
        for (qsizetype i = 0; i < page.runs.size(); ++i) {
            const QRectF place = page.runs[i].place;
            if (!paper::printable.adjusted(-0.1, -0.1, 0.1, 0.1).contains(place))
                found.append(u"outside: "_s + page.runs[i].text);
            for (qsizetype j = i + 1; j < page.runs.size(); ++j)
                if (const QRectF both = place & page.runs[j].place; both.width() > 0.5 && both.height() > 2.2)
                    found.append(page.runs[i].text + u" × "_s + page.runs[j].text);
            for (const paper::Rule &rule : page.rules) {
                // No rule goes through a text: neither along nor across its middle.
                const QRectF inner = place.adjusted(0.3, place.height() * 0.25, -0.3, -place.height() * 0.25);
                const QRectF line(std::min(rule.line.x1(), rule.line.x2()), std::min(rule.line.y1(), rule.line.y2()),
                                  std::max(0.01, std::abs(rule.line.dx())), std::max(0.01, std::abs(rule.line.dy())));
                const bool isStraight = std::abs(rule.line.dx()) < 0.01 || std::abs(rule.line.dy()) < 0.01;
                if (isStraight && !page.runs[i].text.isEmpty() && inner.intersects(line))
                    found.append(u"rule through: "_s + page.runs[i].text);
            }
        }
        for (const paper::Tick &tick : page.ticks)
            if (!paper::printable.contains(tick.box))
                found.append(u"box outside"_s);
    }
    return found;
}

QString pageText(const paper::Page &page)
{
    QString text;
    for (const paper::Run &run : page.runs)
        text += run.text;
    return text;
}

PaperForm filledForm(const QString &name, int seed)
{
    const Definition definition = paperforms::definition(name);
    ReviewSession session(definition, paperforms::answers(definition, seed), {}, {u"T011/0"_s, u"T012/0"_s});
    session.acknowledgeWarning(u"T011/0"_s, mark);
    PaperRequest request = paperforms::request(name);
    request.hasSensitive = seed % 2 == 1;
    return paperForm(session, request);
}

/// Yes/no questions with a long label each.
Definition manyQuestions(int count)
{
    Definition definition{{Group{u"たくさんの質問"_s, {Subgroup{{}, 1, {}}}}}};
    for (int i = 1; i <= count; ++i) {
        QuestionItem item;
        item.itemMasterId = u"M-%1"_s.arg(i);
        item.label = u"質問その%1。これまでに、医師からこのことについて言われたことがありますか"_s.arg(i);
        item.type = AnswerType::YesNo;
        item.choices = {{u"0"_s, u"いいえ"_s, false}, {u"1"_s, u"はい"_s, false}};
        definition.groups[0].subgroups[0].items.append(item);
    }
    return definition;
}

} // namespace

class PaperSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTrainingFormIsOnePageAndSaysEverything_data();
    void everyTrainingFormIsOnePageAndSaysEverything();
    void aBlankFormIsOnePageAndNamesNobody();
    void fontsAreEmbeddedAndNothingElseIs();
    void aLongFormHasItsHeadOnEveryPageAndNoQuestionInTwo();
    void aLongAnswerIsNeverClipped();
    void manyWarningsAndChangesStayReadable();
    void aRareNameIsDrawn();
    void ordinaryFormsKeepALargeType();
};

void PaperSheetTest::everyTrainingFormIsOnePageAndSaysEverything_data()
{
    QTest::addColumn<int>("seed");
    for (const QString &name : paperforms::definitionNames())
        for (const int seed : {0, 1, 2})
            QTest::addRow("%s %d", qPrintable(name), seed) << seed;
}

void PaperSheetTest::everyTrainingFormIsOnePageAndSaysEverything()
{
    QFETCH(int, seed);
    const QString name = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    const PaperForm form = filledForm(name, seed);
    const paper::Layout layout = paper::layOut(form);
    QCOMPARE(layout.pages.size(), 1);
    QVERIFY2(layout.typeSize >= 7.5, qPrintable(QString::number(layout.typeSize)));
    QCOMPARE(collisions(layout), QStringList());
    const QByteArray pdf = paperFormPdf(form);
    const QString text = textOf(pdf);
    for (const QString &word : words(form))
        QVERIFY2(stands(text, word), qPrintable(word));
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty()) {
        QFile file(folder + u"/%1-%2.pdf"_s.arg(name).arg(seed));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pdf);
    }
}

void PaperSheetTest::aBlankFormIsOnePageAndNamesNobody()
{
    for (const QString &name : paperforms::definitionNames()) {
        const Definition definition = paperforms::definition(name);
        const PaperForm form = blankPaperForm(definition, name, true);
        const paper::Layout layout = paper::layOut(form);
        QVERIFY2(layout.pages.size() == 1, qPrintable(name));
        QCOMPARE(collisions(layout), QStringList());
        const QByteArray pdf = paperFormPdf(form);
        const QString text = textOf(pdf);
        for (const QString &word : words(form))
            QVERIFY2(stands(text, word), qPrintable(name + u": "_s + word));
        // Nobody, no answer, no day.
        QVERIFY(!text.contains(u"令和"_s) && !text.contains(QRegularExpression(u"答え[0-9]"_s)) && !text.contains(u"あおい"_s) && !text.contains(u"raw-"_s));
        for (const paper::Tick &tick : layout.pages.first().ticks)
            QVERIFY(!tick.isTicked);
        if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty()) {
            QFile file(folder + u"/%1-blank.pdf"_s.arg(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(pdf);
        }
    }
}

void PaperSheetTest::fontsAreEmbeddedAndNothingElseIs()
{
    const QByteArray pdf = paperFormPdf(filledForm(u"infant"_s, 0));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"form.pdf"_s)); // pdffonts reads no pipe
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    QProcess process;
    process.start(u"pdffonts"_s, {file.fileName()});
    QVERIFY(process.waitForFinished());
    const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines) {
        const QStringList columns = line.simplified().split(u' ');
        QVERIFY2(columns.size() >= 6 && columns[columns.size() - 5] == u"yes"_s, qPrintable(line));
    }
    process.start(u"pdfinfo"_s, {file.fileName()});
    QVERIFY(process.waitForFinished());
    const QString info = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY(info.contains(u"A4"_s));
    QVERIFY(!info.contains(u"訓練"_s) && !info.contains(u"見本"_s));
    QVERIFY2(!info.contains(QRegularExpression(u"^(Title|Author):[ \\t]*\\S"_s, QRegularExpression::MultilineOption)), qPrintable(info));
}

void PaperSheetTest::aLongFormHasItsHeadOnEveryPageAndNoQuestionInTwo()
{
    const Definition definition = manyQuestions(150);
    const PaperForm form = paperForm(ReviewSession(definition, paperforms::answers(definition, 0), {}, {}), paperforms::request(u"長い"_s));
    const paper::Layout layout = paper::layOut(form);
    QVERIFY(layout.pages.size() > 1);
    QCOMPARE(collisions(layout), QStringList());
    int found = 0;
    for (qsizetype page = 0; page < layout.pages.size(); ++page) {
        const QString text = pageText(layout.pages[page]);
        QVERIFY(text.contains(u"%1／%2ページ"_s.arg(page + 1).arg(layout.pages.size())));
        QVERIFY(text.contains(u"訓練 あおい"_s));
        QVERIFY(text.contains(u"令和7年9月3日"_s));
        QVERIFY(text.contains(u"見本（長い）"_s));
        for (const QuestionItem &item : definition.groups[0].subgroups[0].items)
            found += text.contains(item.label);
    }
    QCOMPARE(found, 150); // each whole, on one page
}

void PaperSheetTest::aLongAnswerIsNeverClipped()
{
    QuestionItem item;
    item.itemMasterId = u"L"_s;
    item.label = u"伝えたいこと"_s;
    item.type = AnswerType::LongText;
    QString answer;
    for (int i = 0; i < 900; ++i)
        answer += u"%1番目の文です。"_s.arg(i);
    const Definition definition{{Group{{}, {Subgroup{{}, 1, {item}}}}}};
    const PaperForm form = paperForm(ReviewSession(definition, {{{u"L"_s, 1}, answer}}, {}, {}), paperforms::request(u"長文"_s));
    const paper::Layout layout = paper::layOut(form);
    QVERIFY(layout.pages.size() > 1);
    QCOMPARE(collisions(layout), QStringList());
    QString written;
    for (const paper::Page &page : layout.pages)
        for (const paper::Run &run : page.runs)
            if (run.isBold && run.place.left() > 200 && run.text != u"回答欄"_s && run.text != u"医師記入欄"_s)
                written += run.text;
    QVERIFY(folded(written).contains(folded(answer)));
}

void PaperSheetTest::manyWarningsAndChangesStayReadable()
{
    const Definition definition = paperforms::definition(u"infant-live"_s);
    QStringList keys;
    PaperRequest request = paperforms::request(u"注意"_s);
    request.warnings.clear();
    for (int i = 0; i < 12; ++i) {
        keys.append(u"T%1/0"_s.arg(i));
        request.warnings.append({keys.last(), u"%1件目の注意です。前回の接種からの間隔と対象の年齢を、医師に確認してから接種を決めてください。"_s.arg(i + 1)});
    }
    ReviewSession session(definition, paperforms::answers(definition, 0), {}, keys);
    for (const QString &id : session.index().order())
        if (session.index().item(id)->type == AnswerType::YesNo && session.isVisible({id, 1}))
            (void)session.setAnswer({id, 1}, session.index().item(id)->choices.last().value, u"聞き取り"_s, mark);
    const PaperForm form = paperForm(session, request);
    const paper::Layout layout = paper::layOut(form);
    QCOMPARE(collisions(layout), QStringList());
    const QString text = textOf(paperFormPdf(form));
    for (const QString &word : words(form))
        QVERIFY2(stands(text, word), qPrintable(word));
}

/// A character that Noto lacks comes from the second font, never as a box.
void PaperSheetTest::aRareNameIsDrawn()
{
    PaperForm form = filledForm(u"hpv"_s, 0);
    const QString name = u"𠮷田 \U0002A6D6子"_s;
    form.person.rows[1][0].cell.text = name;
    QTemporaryDir folder;
    QFile file(folder.filePath(u"form.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(paperFormPdf(form));
    file.close();
    QProcess process;
    process.start(u"pdffonts"_s, {file.fileName()});
    QVERIFY(process.waitForFinished());
    QVERIFY(process.readAllStandardOutput().contains("IPAmj"));
}

void PaperSheetTest::ordinaryFormsKeepALargeType()
{
    // 11 to 13 questions need no small print.
    for (const QString &name : {u"hpv"_s, u"influenza-65"_s})
        QVERIFY2(paper::layOut(filledForm(name, 0)).typeSize >= 10, qPrintable(name));
    QVERIFY(paper::layOut(filledForm(u"infant"_s, 0)).typeSize >= 8);
}

QTEST_MAIN(PaperSheetTest)
#include "tst_papersheet.moc"
