// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QThread>

#include <utility>

namespace uk {

/// One thread with an event loop that runs functions in the order in which they were handed in. The destructor runs all
/// of them to the end. Used from the thread that made it.
class WriterThread
{
public:
    WriterThread()
    {
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.setObjectName(QStringLiteral("journal"));
        m_thread.start();
    }

    ~WriterThread()
    {
        // Asked for from inside, behind everything that waits: quit() from here would overtake it.
        run([this] { m_thread.quit(); });
        m_thread.wait();
    }

    WriterThread(const WriterThread &) = delete;
    WriterThread &operator=(const WriterThread &) = delete;

    template <class Function> void run(Function &&function)
    {
        QMetaObject::invokeMethod(m_worker, std::forward<Function>(function), Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    QObject *m_worker = new QObject; // lives in the thread and is deleted there
};

} // namespace uk
