// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QSet>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>

namespace uk {

/// The first thing that is wrong with a profile.
class ProfileProblem
{
public:
    explicit ProfileProblem(QString fileName);
    void set(const QString &pointer, const QString &reason);
    [[nodiscard]] std::optional<Error> take();

private:
    QString m_fileName;
    std::optional<Error> m_error;
};

/// One object of the profile and its place (JSON pointer). Every member that is asked for counts as known; what is
/// wrong goes to the problem, and reading goes on with an empty value. Copies speak of the same object.
class ProfileFields
{
public:
    ProfileFields(JsonValue json, QString pointer, ProfileProblem &problem);

    [[nodiscard]] bool has(QLatin1StringView name) const;
    [[nodiscard]] QStringList names() const;

    [[nodiscard]] QString requiredText(QLatin1StringView name);        ///< at least one character
    [[nodiscard]] QString requiredTextOrEmpty(QLatin1StringView name);
    [[nodiscard]] QString text(QLatin1StringView name);                ///< may be absent
    [[nodiscard]] QString mappedText(const QString &name, int minimumLength);
    [[nodiscard]] bool requiredFlag(QLatin1StringView name);
    [[nodiscard]] QUrl requiredUrl(QLatin1StringView name);
    [[nodiscard]] QUrl url(QLatin1StringView name);
    [[nodiscard]] QStringList texts(QLatin1StringView name);           ///< each at least one character
    [[nodiscard]] qint64 whole(QLatin1StringView name, qint64 minimum, qint64 absent);
    [[nodiscard]] double numberAboveZero(QLatin1StringView name, double absent);
    [[nodiscard]] ProfileFields object(QLatin1StringView name);
    [[nodiscard]] ProfileFields object(const QString &name);
    [[nodiscard]] ProfileFields requiredObject(QLatin1StringView name);

    /// After everything was asked for: a member that nobody knows is an error.
    void refuseUnknown();

    void fail(QLatin1StringView name, const QString &reason);
    void fail(const QString &name, const QString &reason);
    void fail(QLatin1StringView name, qsizetype index, const QString &reason);
    void failHere(const QString &reason);

private:
    [[nodiscard]] const JsonValue *known(const QString &name);
    [[nodiscard]] QString textOf(const QString &name, bool isRequired, int minimumLength);
    [[nodiscard]] QString below(const QString &name) const;

    JsonValue m_json;
    QString m_pointer;
    ProfileProblem *m_problem;
    std::shared_ptr<QSet<QString>> m_known;
};

/// The address where it is https, or http to a loopback address (127.0.0.0/8, [::1]), without user information and
/// fragment; else an empty one (rules 26).
[[nodiscard]] QUrl strictAddress(const QString &text);

} // namespace uk
