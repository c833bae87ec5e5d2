// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/certificates/sheet.h"

#include "app/base/japanesedate.h"
#include "app/training/certificates/astraltext.h"

#include <QBuffer>
#include <QFile>
#include <QFontDatabase>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

constexpr int unitsPerMm = 10; // at 254 dots per inch
constexpr qreal left = 12, width = 186; // mm, on A5 landscape, 210 × 148
constexpr qreal labelWidth = 44;

/// IPAmj Mincho first: TrueType outlines go into a PDF as text, and it holds every character of the family register.
QFont fontOf(qreal mm, bool isBold = false)
{
    QFont font(QStringList{u"IPAmjMincho"_s, u"Noto Sans CJK JP"_s});
    font.setPixelSize(qRound(mm * unitsPerMm));
    font.setBold(isBold);
    return font;
}

class Sheet
{
public:
    explicit Sheet(QPainter &painter)
        : m_painter(painter)
    {
    }

    void mark()
    {
        m_painter.save();
        m_painter.setPen(QColor(0xe4, 0xd6, 0xf5));
        m_painter.setFont(fontOf(34));
        m_painter.translate(34 * unitsPerMm, 134 * unitsPerMm);
        m_painter.rotate(-24);
        m_painter.drawText(QPointF(0, 0), u"訓練　見本"_s);
        m_painter.restore();
        text({left, 4, width, 6}, u"訓練・見本（この書類と人は架空です）"_s, 3.4, Qt::AlignRight);
    }

    void title(const QString &label)
    {
        text({left, 9, width, 14}, label, 9, Qt::AlignHCenter);
    }

    void text(QRectF mm, const QString &label, qreal size, Qt::Alignment alignment = Qt::AlignLeft)
    {
        m_painter.setFont(fontOf(size));
        m_painter.setPen(Qt::black);
        m_painter.drawText(QRectF(mm.topLeft() * unitsPerMm, mm.size() * unitsPerMm), alignment | Qt::AlignVCenter, label);
        const auto characters = label.toUcs4();
        for (const char32_t character : characters) {
            if (character > 0xffff && !m_astral.contains(character))
                m_astral.append(character);
        }
    }

    /// Rows of label and value with a frame; gives the place below, in mm.
    qreal table(qreal top, const QList<std::pair<QString, QString>> &rows)
    {
        constexpr qreal height = 9.5;
        for (const auto &[label, value] : rows) {
            m_painter.setPen(QPen(Qt::black, 2));
            m_painter.drawRect(QRectF(left * unitsPerMm, top * unitsPerMm, labelWidth * unitsPerMm, height * unitsPerMm));
            m_painter.drawRect(QRectF((left + labelWidth) * unitsPerMm, top * unitsPerMm, (width - labelWidth) * unitsPerMm,
                                      height * unitsPerMm));
            text({left + 3, top, labelWidth - 4, height}, label, 4.4);
            text({left + labelWidth + 4, top, width - labelWidth - 6, height}, value, 4.8);
            top += height;
        }
        return top;
    }

    /// Characters beyond U+FFFF in the order they were first drawn.
    [[nodiscard]] const QList<char32_t> &astral() const { return m_astral; }

private:
    QPainter &m_painter;
    QList<char32_t> m_astral;
};

QList<std::pair<QString, QString>> personRows(const CertificateData &data)
{
    return {{u"氏　　名"_s, data.name}, {u"フリガナ"_s, data.kana}, {u"生年月日"_s, toWareki(data.birthDate)}};
}

void drawFirstPage(Sheet &sheet, const CertificateData &data)
{
    sheet.mark();
    sheet.title(u"予　防　接　種　済　証"_s);
    auto rows = personRows(data);
    rows.append({u"住　　所"_s, data.address});
    qreal y = sheet.table(25, rows);
    sheet.text({left, y + 1, width, 9}, u"下記のとおり予防接種を行ったことを証明します。"_s, 4.6);
    y = sheet.table(y + 11, {{u"予防接種の種類"_s, data.vaccine},
                             {u"接種年月日"_s, toWareki(data.vaccinatedOn)},
                             {u"製造番号"_s, data.lotNumber},
                             {u"接種した場所"_s, data.place}});
    constexpr int daysToPaper = 10;
    sheet.text({left, y + 3, width, 8}, toWareki(data.vaccinatedOn.addDays(daysToPaper)), 4.6, Qt::AlignRight);
    sheet.text({left, y + 11, width, 8}, u"見本市長　見本　太郎　［印］"_s, 4.8, Qt::AlignRight);
}

void drawSecondPage(Sheet &sheet, const CertificateData &data)
{
    sheet.mark();
    sheet.title(data.notes.first());
    qreal y = sheet.table(25, personRows(data)) + 4;
    for (const QString &line : data.notes.mid(1)) {
        sheet.text({left, y, width, 9}, line, 4.2);
        y += 9;
    }
}

} // namespace

bool drawCertificate(const CertificateData &data, const QString &path)
{
    if (!QFontDatabase::families().contains(u"IPAmjMincho"_s))
        return false;
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly))
        return false;
    QPdfWriter writer(&buffer);
    writer.setResolution(254);
    writer.setPageSize(QPageSize(QPageSize::A5));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins({});
    writer.setTitle(u"予防接種済証（訓練・見本）"_s);
    writer.setCreator(u"Uketsuke training"_s);
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    Sheet sheet(painter);
    drawFirstPage(sheet, data);
    if (!data.notes.isEmpty()) {
        writer.newPage();
        drawSecondPage(sheet, data);
    }
    painter.end();
    const QByteArray pdf = withAstralText(buffer.data(), sheet.astral());
    QFile file(path);
    return !pdf.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size();
}

} // namespace uk::training
