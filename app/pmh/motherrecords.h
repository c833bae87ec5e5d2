// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/sharedrecords.h"

/// Records of the maternal-child area about the mother (P1–P46); what holds for all: sharedrecords.h.
namespace uk {

/// 妊婦健診: one check-up of a pregnancy (P3–P10). Kept where unreadable: P3, P4.
struct PrenatalCheckup
{
    QString prenatalCheckupId;             ///< P3
    QDate checkedOn;                       ///< P4
    QString residencySeg;                  ///< P5: 1 resident, 2 moved out
    QStringList examiners;                 ///< P6, the contract has up to nine
    MedicalInstitution medicalInstitution; ///< P7
    QString guideUrlMhlw;                  ///< P8
    QString guideTitleMunicipality, guideUrlMunicipality; ///< P9
    QList<CheckupResult> results;          ///< P10, in the order sent
    std::optional<Error> unreadable;
    friend bool operator==(const PrenatalCheckup &, const PrenatalCheckup &) = default;
};

/// One pregnancy (P1–P10). Kept where unreadable: P1, P2.
struct Pregnancy
{
    QString pregnancyId; ///< P1
    QDate notifiedOn;    ///< P2, 妊娠届出日
    QList<PrenatalCheckup> checkups; ///< P3–P10
    std::optional<Error> unreadable;
    friend bool operator==(const Pregnancy &, const Pregnancy &) = default;
};

/// 受診券 (P11–P19). Kept where unreadable: P11, P12.
struct PrenatalVoucher
{
    QString voucherId, voucherName;           ///< P11, P12
    std::optional<Yen> municipalBurdenAmount; ///< P13
    QDate expiresOn;                          ///< P14
    QString remarks;                          ///< P15
    QDate issuedOn;                           ///< P16
    QDate usedOn;                             ///< P17; invalid: not used yet
    QString prenatalCheckupId;                ///< P18: the check-up that it was used for
    QStringList checkupItems;                 ///< P19
    std::optional<Error> unreadable;
    friend bool operator==(const PrenatalVoucher &, const PrenatalVoucher &) = default;
};

/// 里帰り情報 (P20–P25). Without an id there is none (rules 14); with an id and no answers it was removed (rules 6).
struct Homecoming
{
    QString pregnancyByMunicipalityId; ///< P20
    QList<Subgroup> sections;          ///< P21–P23; maxRepeat is P22
    Answers answers;                   ///< P24, P25
    friend bool operator==(const Homecoming &, const Homecoming &) = default;

    /// All sections as one page (a section is a subgroup, rules 5).
    [[nodiscard]] Definition definition() const { return {{Group{{}, sections}}}; }
};

/// 流産・死産 (P31, P32). Asked for on an explicit action of staff only (contract README rule 9).
struct PregnancyLoss
{
    QString pregnancyByMunicipalityId; ///< P31; empty: no pregnancy to report on
    QDate pregnancyLossOn;             ///< P32; invalid: none is stored
    friend bool operator==(const PregnancyLoss &, const PregnancyLoss &) = default;
};

/// The mother's handbook of one pregnancy (P36–P43). Kept where unreadable: P36, P37.
struct PrenatalHandbook
{
    QString pregnancyId; ///< P36
    QDate notifiedOn;    ///< P37
    Handbook handbook;   ///< P38–P43
    std::optional<Error> unreadable;
    friend bool operator==(const PrenatalHandbook &, const PrenatalHandbook &) = default;
};

} // namespace uk
