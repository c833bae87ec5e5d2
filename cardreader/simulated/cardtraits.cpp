// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/cardtraits.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace uk {

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

void contactless(CardTraits &traits, int)
{
    traits.atr = hex("3B888001000005E0B381A1007F");
}

// A certificate that is five years old came from the generation before the present one.
void setOldCertificate(CardTraits &traits, CertificatePeriod period)
{
    traits.period = period;
    traits.caGeneration = traits.caGeneration == 3 ? 2 : traits.caGeneration;
}

void setFault(CardTraits &traits, CardFault fault, int at)
{
    traits.fault = fault;
    traits.faultAt = at;
}

// T=0 knows no extended length, so the two answers of its kind come with short commands only.
constexpr CardVariant kVariants[] = {
    {"contactless-atr", "ATR as most contactless readers make it (the usual card)", false, contactless},
    {"contactless-slow-atr", "contactless ATR of a card with 106 kbit/s only", false,
     [](CardTraits &t, int) { t.atr = hex("3B888001004B51FF0081D100BC"); }},
    {"contact-atr", "contact ATR that declares extended length", false,
     [](CardTraits &t, int) { t.atr = hex("3BDA13FF8131FB468012392F31C173C601C03B"); }},
    {"contact-short-atr", "contact ATR that does not declare extended length, which is refused", false,
     [](CardTraits &t, int) {
         t.atr = hex("3BC5FF8131FB458073C6010000");
         t.hasExtendedLength = false;
     }},
    {"contact-plain-atr", "contact ATR without historical bytes", false,
     [](CardTraits &t, int) { t.atr = hex("3BE000FF8131FE4514"); }},
    {"contact-specific-atr", "contact ATR of a card in specific mode, slow", false,
     [](CardTraits &t, int) { t.atr = hex("3BF59100FF918171FE400042000100D1D6"); }},
    {"extended-breaks", "the reader breaks the connection at extended length", false,
     [](CardTraits &t, int) { t.breaksOnExtended = true; }},
    {"short-only", "extended length is refused (6700)", false,
     [](CardTraits &t, int) { t.hasExtendedLength = false; }},
    {"first-6f00", "6F00 to the first command after power-up", false,
     [](CardTraits &t, int) { t.isFirstAnswerRefused = true; }},
    {"61xx", "answers are fetched with GET RESPONSE; short commands only", false,
     [](CardTraits &t, int) {
         t.usesGetResponse = true;
         t.hasExtendedLength = false;
     }},
    {"6cxx", "6Cxx where Le is longer than what is there; short commands only", false,
     [](CardTraits &t, int) {
         t.refusesLongLe = true;
         t.hasExtendedLength = false;
     }},
    {"short-reads", "READ BINARY returns at most 100 bytes", false, [](CardTraits &t, int) { t.maxRead = 100; }},
    {"auth-pin-blocked", "PIN for user authentication is blocked", false, [](CardTraits &t, int) { t.authTries = 0; }},
    {"one-try-left", "one try left for the PIN for user authentication", false,
     [](CardTraits &t, int) { t.authTries = 1; }},
    {"basic-info-pin-blocked", "PIN of the text application is blocked", false,
     [](CardTraits &t, int) { t.basicInfoTries = 0; }},
    {"face-authentication", "card without PINs: blocked from issue, no certificate for signing", false,
     [](CardTraits &t, int) {
         t.authTries = 0;
         t.basicInfoTries = 0;
         t.hasSignCertificate = false;
     }},
    {"no-sign-certificate", "no certificate for signing, as on a child's card", false,
     [](CardTraits &t, int) { t.hasSignCertificate = false; }},
    {"android", "token label of an Android phone; certificate only after the PIN", false,
     [](CardTraits &t, int) {
         t.tokenLabel = "JPKIAPGPSETOKEN";
         t.needsPinForCertificate = true;
     }},
    {"iphone", "token label of an iPhone; certificate only after the PIN", false,
     [](CardTraits &t, int) {
         t.tokenLabel = "JPKIAPIOSTOKEN";
         t.needsPinForCertificate = true;
     }},
    {"juki-label", "token label of the former resident register card", false,
     [](CardTraits &t, int) { t.tokenLabel = "JPKIAPICCTOKEN"; }},
    {"expired", "certificate expired thirty days ago", false,
     [](CardTraits &t, int) { setOldCertificate(t, CertificatePeriod::Expired); }},
    {"expires-soon", "certificate expires in ten days", false,
     [](CardTraits &t, int) { setOldCertificate(t, CertificatePeriod::ExpiresSoon); }},
    {"not-yet-valid", "certificate becomes valid in two days", false,
     [](CardTraits &t, int) { t.period = CertificatePeriod::NotYetValid; }},
    {"ca-1", "certificate in date of the first generation of the CA, which has ended", false,
     [](CardTraits &t, int) { t.caGeneration = 1; }},
    {"ca-2", "certificate of the second generation of the CA", false, [](CardTraits &t, int) { t.caGeneration = 2; }},
    {"wrong-ca", "certificate of a CA with the same name and another key", false,
     [](CardTraits &t, int) { t.caGeneration = 0; }},
    {"ec-p384", "ECDSA on P-384, as announced for the next card", false,
     [](CardTraits &t, int) { t.isEllipticCurve = true; }},
    {"corrupt-length", "DER length of the certificate points behind the file", false,
     [](CardTraits &t, int) { t.isCertificateLengthCorrupt = true; }},
    {"forged-basic-info", "basic four information differs from what is signed", false,
     [](CardTraits &t, int) { t.isBasicInfoForged = true; }},
    {"not-my-number-card", "every application is unknown (6A82)", false,
     [](CardTraits &t, int) { t.isMyNumberCard = false; }},
    {"long-address-128", "address of more than 127 bytes", false,
     [](CardTraits &t, int) { t.minimumAddressBytes = 128; }},
    {"long-address-256", "address of more than 255 bytes", false,
     [](CardTraits &t, int) { t.minimumAddressBytes = 256; }},
    {"former-name", "family name with the former one in brackets", false,
     [](CardTraits &t, int) { t.nameForm = NameForm::FormerName; }},
    {"ivs-name", "name with an ideographic variation selector", false,
     [](CardTraits &t, int) { t.nameForm = NameForm::Variant; }},
    {"substitute-name", "name with a substitute for a character that the card cannot hold", false,
     [](CardTraits &t, int) { t.nameForm = NameForm::Substitute; }},
    {"slow", "12 ms for each command and 80 microseconds for each byte, about 106 kbit/s", false,
     [](CardTraits &t, int) {
         t.perCommand = 12ms;
         t.perByte = 80us;
     }},
    {"mute", "no usable answer to reset", false, [](CardTraits &t, int) { t.isMute = true; }},
    {"remove-before", "card is pulled before it sees command number N", true,
     [](CardTraits &t, int n) { setFault(t, CardFault::RemoveBefore, n); }},
    {"remove-during", "card is pulled after command N is done and before its answer", true,
     [](CardTraits &t, int n) { setFault(t, CardFault::RemoveDuring, n); }},
    {"remove-after", "card is pulled after the answer to command N", true,
     [](CardTraits &t, int n) { setFault(t, CardFault::RemoveAfter, n); }},
    {"remove-during-verify", "card is pulled between the first PIN and its answer", false,
     [](CardTraits &t, int) { setFault(t, CardFault::RemoveDuring, 0); }},
    {"hang-at-verify", "no answer to the first PIN", false,
     [](CardTraits &t, int) { setFault(t, CardFault::Hang, 0); }},
    {"hang", "no answer to command number N", true, [](CardTraits &t, int n) { setFault(t, CardFault::Hang, n); }},
    {"random-answers", "noise instead of answers, from seed N", true,
     [](CardTraits &t, int n) { t.randomAnswersSeed = static_cast<quint32>(n); }},
};

Result<void> applyVariant(CardTraits &traits, const QString &text)
{
    const QString name = text.section(u':', 0, 0);
    const auto *variant = std::ranges::find_if(kVariants, [&](const CardVariant &v) {
        return name == QLatin1StringView(v.name);
    });
    if (variant == std::end(kVariants))
        return failure(ErrorCode::SettingInvalid, u"unknown card variant"_s, {text});
    bool isNumber = false;
    const int number = text.section(u':', 1).toInt(&isNumber);
    if (variant->takesNumber ? (!isNumber || number < 1) : text.contains(u':'))
        return failure(ErrorCode::SettingInvalid, u"card variant with a wrong number"_s, {text});
    variant->apply(traits, number);
    return {};
}

} // namespace

std::span<const CardVariant> cardVariants()
{
    return kVariants;
}

Result<CardTraits> cardTraits(const QStringList &variants)
{
    CardTraits traits;
    contactless(traits, 0);
    for (const QString &variant : variants)
        UK_CHECK(applyVariant(traits, variant));
    return traits;
}

} // namespace uk
