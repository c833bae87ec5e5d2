// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// How long a large questionnaire takes to open (index, visibility, checks, the review by exception) and one answer to
// change, and how that grows with ten times the questions. Without a screen. Measures and never judges.
// Usage: bench_questionnaire
#include "app/questionnaire/reviewsession.h"
#include "tests/bench/largeform.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace largeform;

namespace {

constexpr int largeItems = 3000;
constexpr int rounds = 21;
const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};

struct Times
{
    double open = 0, change = 0, send = 0; ///< medians in milliseconds
    qsizetype answers = 0, rows = 0;
};

double median(QList<qint64> nanoseconds)
{
    std::ranges::sort(nanoseconds);
    return static_cast<double>(nanoseconds[nanoseconds.size() / 2]) / 1e6;
}

Times measure(int items)
{
    const Form made = form(items);
    Times times;
    times.answers = made.stored.size();
    QList<qint64> open, change, send;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        ReviewSession session(made.definition, made.stored, made.latest, {});
        const ReviewOutline outline = session.outline();
        open.append(timer.nsecsElapsed());
        times.rows = outline.exceptions.size() + outline.folded.size();

        // A screen holds the session as it was while the visit changes its own.
        const ReviewSession shown = session;
        timer.restart();
        if (!session.setAnswer({QString::number(round * 7 % items), 1}, u"2"_s, u"記入まちがい"_s, mark))
            qFatal("not changed");
        change.append(timer.nsecsElapsed());

        timer.restart();
        if (session.answersToSend().isEmpty() || shown.touched().size() > 1)
            qFatal("nothing to send");
        send.append(timer.nsecsElapsed());
    }
    times.open = median(open);
    times.change = median(change);
    times.send = median(send);
    return times;
}

} // namespace

int main()
{
    QTextStream out(stdout);
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    const Times small = measure(smallItems), large = measure(largeItems);
    for (const auto &[items, times] : {std::pair(smallItems, small), std::pair(largeItems, large)})
        out << items << " questions, " << times.answers << " answers, " << times.rows << " rows: open " << number(times.open)
            << " ms, change one answer " << number(times.change) << " ms, what is sent " << number(times.send) << " ms\n";
    out << "ten times the questions: open " << number(large.open / small.open) << " times as long, change "
        << number(large.change / small.change) << " times\n";
    return 0;
}
