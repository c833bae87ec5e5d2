// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

/// The stable public codes of everything that can go wrong, by area: C card, P portal, A API, Q questionnaire,
/// D document, S system. A code keeps its number and meaning for ever; a number is never used twice.
/// The texts stand in app/base/errortexts_*.h; app/base/errortable.cpp does not compile without those of a code.
#define UKETSUKE_ERROR_CODES(X)                                                                                       \
    /* card service and reader */                                                                                     \
    X(C001, CardServiceMissing)                                                                                       \
    X(C002, NoReader)                                                                                                 \
    X(C003, ReaderInUse)                                                                                              \
    X(C004, ReaderFailed)                                                                                             \
    X(C011, CardRemoved)                                                                                              \
    X(C012, CardMute)                                                                                                 \
    X(C013, CardSwapped)                                                                                              \
    X(C014, CardAnswerUnreadable)                                                                                     \
    X(C015, SeveralCards)                                                                                             \
    X(C021, NotMyNumberCard)                                                                                          \
    X(C022, PhoneToken)                                                                                               \
    X(C031, PinWrong)                                                                                                 \
    X(C032, PinFormat)                                                                                                \
    X(C033, PinLastTry)                                                                                               \
    X(C034, PinOutcomeUnknown)                                                                                        \
    X(C041, PinBlocked)                                                                                               \
    X(C042, PinBlockedWithoutSignature)                                                                               \
    X(C051, CertificateExpired)                                                                                       \
    X(C052, CertificateNotYetValid)                                                                                   \
    X(C053, CertificateUnknownIssuer)                                                                                 \
    X(C054, RootsNotInstalled)                                                                                        \
    X(C055, CertificateUnusable)                                                                                      \
    X(C056, SignatureWrong)                                                                                           \
    X(C057, CertificateExpiresSoon)                                                                                   \
    X(C061, BasicInfoUnreadable)                                                                                      \
    X(C062, BasicInfoMismatch)                                                                                        \
    X(C063, BasicInfoPinBlocked)                                                                                      \
    X(C071, CommandForbidden)                                                                                         \
    /* portal: consent and token */                                                                                   \
    X(P001, ConsentRefused)                                                                                           \
    X(P002, RegistrationRequired)                                                                                     \
    X(P003, PortalCertificateExpired)                                                                                 \
    X(P004, PortalUnavailable)                                                                                        \
    X(P005, PortalServerError)                                                                                        \
    X(P006, RegistrationRefused)                                                                                       \
    X(P007, RegistrationCertificateExpired)                                                                            \
    X(P008, RegistrationUnavailable)                                                                                   \
    X(P009, RegistrationFailed)                                                                                        \
    X(P010, RegistrationNotOffered)                                                                                    \
    X(P011, ConsentTimeout)                                                                                           \
    X(P012, BrowserMissing)                                                                                           \
    X(P013, BrowserFailed)                                                                                            \
    X(P021, CallbackStateMismatch)                                                                                    \
    X(P022, CallbackMalformed)                                                                                        \
    X(P023, ListenerFailed)                                                                                           \
    X(P024, PortalRequestInvalid)                                                                                      \
    X(P025, PortalScopeInvalid)                                                                                        \
    X(P026, PortalClientUnknown)                                                                                       \
    X(P027, CallbackMixedUp)                                                                                           \
    X(P031, TokenRefused)                                                                                             \
    X(P032, TokenUnreadable)                                                                                          \
    X(P033, TokenUnreachable)                                                                                         \
    X(P034, TokenClientRefused)                                                                                        \
    X(P035, TokenRequestInvalid)                                                                                       \
    X(P036, ClientCredentialsUnusable)                                                                                 \
    X(P041, ConsentCancelled)                                                                                         \
    /* PMH interface */                                                                                               \
    X(A001, ServerUnreachable)                                                                                        \
    X(A002, ServerTimeout)                                                                                            \
    X(A003, TlsFailed)                                                                                                \
    X(A004, HostNotAllowed)                                                                                           \
    X(A005, ProxyRefused)                                                                                             \
    X(A006, ProxyUnreachable)                                                                                         \
    X(A011, AnswerUnreadable)                                                                                         \
    X(A012, AnswerWrongType)                                                                                          \
    X(A013, AnswerTooLarge)                                                                                           \
    X(A014, AnswerMemberMissing)                                                                                      \
    X(A021, RequestRefused)                                                                                           \
    X(A022, TokenExpired)                                                                                             \
    X(A023, ConsentWithdrawn)                                                                                         \
    X(A024, ScopeNotConsented)                                                                                        \
    X(A025, UserNotRegistered)                                                                                        \
    X(A026, NotFound)                                                                                                 \
    X(A027, AnsweringClosed)                                                                                          \
    X(A028, DraftOverAnswered)                                                                                        \
    X(A029, RequestTooLarge)                                                                                          \
    X(A031, RateLimited)                                                                                              \
    X(A032, Maintenance)                                                                                              \
    X(A033, ServerError)                                                                                              \
    X(A034, ResultNotReady)                                                                                           \
    X(A041, OutcomeUnknown)                                                                                           \
    X(A042, OutcomeConflict)                                                                                          \
    X(A043, ChangedMeanwhile)                                                                                         \
    X(A051, ProfileInvalid)                                                                                           \
    X(A061, PersonMismatch)                                                                                           \
    /* questionnaire */                                                                                               \
    X(Q001, RequiredMissing)                                                                                          \
    X(Q002, ValueOutOfRange)                                                                                          \
    X(Q003, ValueFormat)                                                                                              \
    X(Q004, ValueTooLong)                                                                                             \
    X(Q005, ChoicesConflict)                                                                                          \
    X(Q006, RepeatLimit)                                                                                              \
    X(Q011, ReadOnly)                                                                                                 \
    X(Q012, ProxyConsentMissing)                                                                                      \
    X(Q013, ReasonMissing)                                                                                            \
    X(Q014, WarningsOpen)                                                                                             \
    X(Q021, DefinitionBroken)                                                                                         \
    X(Q022, QuestionnaireUnknown)                                                                                     \
    /* documents and printing */                                                                                      \
    X(D001, DocumentNotBase64)                                                                                        \
    X(D002, DocumentTooLarge)                                                                                         \
    X(D003, DocumentNotPdf)                                                                                           \
    X(D004, DocumentTooManyPages)                                                                                     \
    X(D005, DocumentPageTooLarge)                                                                                     \
    X(D006, DocumentEncrypted)                                                                                        \
    X(D007, DocumentDamaged)                                                                                          \
    X(D011, RendererCrashed)                                                                                          \
    X(D012, RendererHung)                                                                                             \
    X(D013, RendererMissing)                                                                                          \
    X(D021, DocumentOtherPerson)                                                                                      \
    X(D022, DocumentWithoutText)                                                                                      \
    X(D031, PrinterMissing)                                                                                           \
    X(D032, PrinterStopped)                                                                                           \
    X(D033, PrintFailed)                                                                                              \
    X(D034, PrintUnfinished)                                                                                          \
    /* system, staff and log */                                                                                       \
    X(S001, AuditUnavailable)                                                                                         \
    X(S002, AuditDiskFull)                                                                                            \
    X(S003, AuditTampered)                                                                                            \
    X(S011, KeychainMissing)                                                                                          \
    X(S012, KeychainLocked)                                                                                           \
    X(S021, SignInFailed)                                                                                             \
    X(S022, SignInDelayed)                                                                                            \
    X(S023, AccountDisabled)                                                                                          \
    X(S024, PasswordTooWeak)                                                                                          \
    X(S025, AccountExists)                                                                                            \
    X(S026, NotPermitted)                                                                                             \
    X(S031, DraftUnreadable)                                                                                          \
    X(S032, DraftNotSaved)                                                                                            \
    X(S041, StoreFailed)                                                                                              \
    X(S042, SettingInvalid)                                                                                           \
    X(S051, VisitStopped)                                                                                             \
    X(S052, VisitTimedOut)                                                                                            \
    X(S053, NameNotConfirmed)                                                                                         \
    X(S061, ScenarioInvalid)                                                                                          \
    X(S062, StepNotPossible)                                                                                          \
    X(S063, PromptUnanswered)                                                                                         \
    X(S099, Internal)

namespace uk {

enum class ErrorCode {
#define UKETSUKE_ENUMERATOR(code, name) name,
    UKETSUKE_ERROR_CODES(UKETSUKE_ENUMERATOR)
#undef UKETSUKE_ENUMERATOR
};

/// The public form, for example "UK-C041".
[[nodiscard]] QLatin1StringView publicCode(ErrorCode code);

} // namespace uk
