// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// What staff wait for with a questionnaire of 300 questions, six of them repeated 50 times: from data to the painted
// review, from a key to the painted character, from a change to the painted list. Measures and never judges.
// Usage: xvfb-run -a bench_review
#include "tests/bench/largeform.h"
#include "ui/screens/staff/reviewscreen.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr int rounds = 21;
const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};

class Times
{
public:
    void add(const QElapsedTimer &timer) { m_nanoseconds.append(timer.nsecsElapsed()); }
    [[nodiscard]] QString median()
    {
        std::ranges::sort(m_nanoseconds);
        const double middle = m_nanoseconds.isEmpty() ? 0 : static_cast<double>(m_nanoseconds[m_nanoseconds.size() / 2]);
        return QString::number(middle / 1e6, 'f', 1) + u" ms"_s;
    }

private:
    QList<qint64> m_nanoseconds;
};

/// Everything that waits is done, and the screen is drawn.
void paint(QWidget &screen)
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    screen.repaint();
}

ReviewModel model(const largeform::Form &form, int round)
{
    ReviewModel made;
    made.id = QString::number(round);
    made.title = u"架空の問診票"_s;
    made.session = ReviewSession(form.definition, form.stored, form.latest, {});
    QuestionnaireFlags flags;
    flags.isAnswerable = true;
    flags.status = AnswerStatus::Draft;
    flags.residency = Residency::Resident;
    flags.wish = VaccinationWish::Wishes;
    flags.proxyConsent = ProxyConsent::Agrees;
    made.access = questionnaireAccess(flags);
    return made;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    theme::apply(application, theme::Mode::Light);
    const largeform::Form form = largeform::form(largeform::smallItems);
    Times open, key, change, unfold;
    ReviewScreen screen;
    screen.resize(1366, 768);
    screen.show();
    paint(screen);
    ReviewModel shown;
    QObject::connect(&screen, &ReviewScreen::answerChanged, &screen,
                     [&](const AnswerKey &at, const AnswerResult &result, const QString &reason) {
                         if (shown.session.setAnswer(at, result, reason, mark))
                             screen.closeEditor();
                         screen.setModel(shown);
                     });
    QElapsedTimer timer;
    for (int round = 0; round < rounds; ++round) {
        timer.start();
        shown = model(form, round);
        screen.setModel(shown);
        paint(screen);
        open.add(timer);

        // The change of one answer, without its editor.
        timer.restart();
        if (!shown.session.setAnswer({u"10"_s, 1}, u"2"_s, u"記入まちがい"_s, mark))
            qFatal("not changed");
        screen.setModel(shown);
        paint(screen);
        change.add(timer);

        QTest::keyClick(&screen, Qt::Key_F6);
        timer.restart();
        paint(screen);
        unfold.add(timer);
        QTest::keyClick(&screen, Qt::Key_F6);

        const auto buttons = screen.findChildren<QPushButton *>(QRegularExpression(u"\\.edit$"_s));
        if (buttons.isEmpty())
            qFatal("nothing to edit");
        buttons.first()->click();
        paint(screen);
        for (QLineEdit *line : screen.findChildren<QLineEdit *>()) {
            if (!line->isVisible())
                continue;
            for (const QChar letter : u"kikitori"_s) {
                timer.restart();
                QTest::keyClick(line, letter.toLatin1());
                paint(screen);
                key.add(timer);
            }
            break;
        }
        screen.closeEditor();
    }
    QTextStream(stdout) << "300 questions, 50 repeats: open " << open.median() << ", key to paint " << key.median()
                        << ", change to paint " << change.median() << ", all rows opened " << unfold.median() << '\n';
    return 0;
}
