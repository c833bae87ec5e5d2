// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <array>

namespace uk {

/// The applications of the card that this program may select.
enum class Application { None, Jpki, CardInfo };

struct ApplicationId
{
    Application application;
    std::array<char, 10> aid;
    [[nodiscard]] constexpr QByteArrayView bytes() const { return {aid.data(), qsizetype(aid.size())}; }
};

/// 公的個人認証AP and 券面事項入力補助AP, and no other.
inline constexpr std::array applicationIds{
    ApplicationId{Application::Jpki, {'\xD3', '\x92', '\xF0', '\x00', '\x26', '\x01', '\x00', '\x00', '\x00', '\x01'}},
    ApplicationId{Application::CardInfo,
                  {'\xD3', '\x92', '\x10', '\x00', '\x31', '\x00', '\x01', '\x01', '\x04', '\x08'}},
};

/// Short file identifiers that may be read, by application.
namespace jpkifile {
inline constexpr quint8 tokenInfo = 0x06;              ///< EF 0006, serialized token information
inline constexpr quint8 certificatePresence = 0x08;    ///< EF 0008, which certificates are there
inline constexpr quint8 authenticationCertificate = 0x0A; ///< EF 000A, 利用者証明用電子証明書
} // namespace jpkifile
namespace cardinfofile {
inline constexpr quint8 basicFour = 0x02;     ///< EF 0002, 基本4情報
inline constexpr quint8 integrity = 0x03;     ///< EF 0003, hashes and signature
inline constexpr quint8 issuerCertificate = 0x04; ///< EF 0004, card-verifiable certificate of the signing key
} // namespace cardinfofile

/// Key references (P2 of VERIFY and of the signature command).
namespace keyref {
inline constexpr quint8 authenticationPin = 0x98; ///< 利用者証明用 PIN
inline constexpr quint8 authenticationKey = 0x97; ///< 利用者証明用 private key
inline constexpr quint8 cardInfoPin = 0x91;       ///< 券面事項入力補助用 PIN
} // namespace keyref

struct AllowedFile
{
    Application application;
    quint8 shortId;
};
inline constexpr std::array allowedFiles{
    AllowedFile{Application::Jpki, jpkifile::tokenInfo},
    AllowedFile{Application::Jpki, jpkifile::certificatePresence},
    AllowedFile{Application::Jpki, jpkifile::authenticationCertificate},
    AllowedFile{Application::CardInfo, cardinfofile::basicFour},
    AllowedFile{Application::CardInfo, cardinfofile::integrity},
    AllowedFile{Application::CardInfo, cardinfofile::issuerCertificate},
};

struct AllowedPin
{
    Application application;
    quint8 reference;
};
inline constexpr std::array allowedPins{
    AllowedPin{Application::Jpki, keyref::authenticationPin},
    AllowedPin{Application::CardInfo, keyref::cardInfoPin},
};

} // namespace uk
