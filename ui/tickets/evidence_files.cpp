// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/evidence_files.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QImage>

#include "models/workflow/evidence_check.h"
#include "ui/tickets/evidence_box.h"

namespace aftercharge {

namespace {

std::string media_type_of(const QString &suffix)
{
    const QString lower = suffix.toLower();
    if (lower == u"png")
        return "image/png";
    if (lower == u"jpg" || lower == u"jpeg")
        return "image/jpeg";
    if (lower == u"pdf")
        return "application/pdf";
    if (lower == u"txt" || lower == u"text" || lower == u"log" || lower == u"csv")
        return "text/plain";
    return "application/octet-stream";
}

}  // namespace

std::optional<EvidenceFile> read_evidence_file(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.read(static_cast<qint64>(max_evidence_bytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return std::nullopt;
    const QFileInfo info(path);
    return EvidenceFile{info.fileName().toStdString(), media_type_of(info.suffix()), bytes.toStdString()};
}

EvidenceFile picture_as_evidence(const QImage &image, std::size_t number)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {"picture-" + std::to_string(number) + ".png", "image/png", bytes.toStdString()};
}

EvidenceFile text_as_evidence(const QString &text, std::size_t number)
{
    return {"text-" + std::to_string(number) + ".txt", "text/plain", text.toStdString()};
}

std::string sha256_of(const std::string &bytes)
{
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                    QCryptographicHash::Sha256)
        .toStdString();
}

QString too_large_words(const QString &name)
{
    return EvidenceBox::tr("“%1” is larger than 5 MB. Send a smaller picture of it.").arg(name);
}

QString evidence_refusal(const EvidenceFile &file)
{
    if (check_evidence(file))
        return {};
    const QString name = QString::fromStdString(file.name);
    if (file.bytes.empty())
        return EvidenceBox::tr("“%1” is empty.").arg(name);
    if (file.bytes.size() > max_evidence_bytes)
        return too_large_words(name);
    if (file.media_type == "application/octet-stream")
        return EvidenceBox::tr("“%1” is of a type that is not taken: PNG, JPEG, PDF or plain text.").arg(name);
    if (file.name.size() > 200)
        return EvidenceBox::tr("“%1” has too long a name.").arg(name.left(60));
    return EvidenceBox::tr("“%1” is not what its name says. It was not taken.").arg(name);
}

}  // namespace aftercharge
