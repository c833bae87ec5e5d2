// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "othertongue.h"

#include <QFile>

/// Writes the profile in which every name and code differs to the file that is named.
int main(int argc, char **argv)
{
    const QByteArray text = OtherTongue(OtherTongue::Names::ByMember).profileText();
    QFile file(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? 0 : 1;
}
