// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

namespace uk {

/// One start of a browser: its processes and the folder that is wiped after them. Its processes form a session of
/// their own (Linux), so that also those that changed their process group are found and ended. Main thread.
class BrowserRun : public QObject
{
    Q_OBJECT
public:
    /// `folder` (may be empty) is removed with all that is in it after the last process has gone. It is locked as long as
    /// this program lives, so that the next one can tell what was left behind (removeAbandonedFolders()).
    BrowserRun(const QString &folder, QObject *parent = nullptr);
    /// Ends everything at once, waiting half a second at most for processes that end themselves.
    ~BrowserRun() override;

    /// Error BrowserMissing.
    [[nodiscard]] Result<void> start(const QStringList &command, const QProcessEnvironment &environment);
    /// Asks the processes to end, makes them end soon after, wipes, then done().
    void end();

Q_SIGNALS:
    /// The program that was started has ended, and nothing of its session is left. Not after end().
    void left(bool isCrash);
    /// After end(): no process, no folder.
    void done();

private:
    void look();
    void signalAll(int signal);
    [[nodiscard]] bool isAnythingAlive() const;
    [[nodiscard]] bool wipeFolder();

    QProcess m_process;
    QTimer m_watch;
    QString m_folder;
    qint64 m_session = 0;
    int m_lock = -1; ///< file descriptor
    int m_looksSinceEnd = 0;
    bool m_isEnding = false;
    bool m_isCrash = false;
};

/// Removes the folders of `home` with such names that no living program has locked: those of programs that were killed
/// before they could. Unix only; elsewhere a folder is in use as long as a browser holds files in it.
void removeAbandonedFolders(const QString &home, const QString &namePattern);

} // namespace uk
