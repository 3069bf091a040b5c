// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/evidence_sheet.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImageReader>
#include <QLabel>
#include <QSaveFile>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/desk_context.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

constexpr QSize largest_preview{640, 380};
constexpr qint64 most_pixels = 40'000'000;  // a larger picture is not decoded: it came from outside

QByteArray bytes_of(const Evidence &file)
{
    return {file.bytes.data(), static_cast<qsizetype>(file.bytes.size())};
}

// The picture fitted into the preview; a null one when it cannot be shown.
QImage preview(const Evidence &file)
{
    QByteArray bytes = bytes_of(file);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > most_pixels)
        return {};
    if (size.width() > largest_preview.width() || size.height() > largest_preview.height())
        reader.setScaledSize(size.scaled(largest_preview, Qt::KeepAspectRatio));
    return reader.read();
}

}  // namespace

EvidenceSheet::EvidenceSheet(DeskContext &context, const Evidence &file, const Format &format, QWidget *page)
    : TicketSheet(context, page), format_(format), file_(file), picture_(make_label(LabelRole::Muted, tr("Reading…")))
{
    setObjectName(QStringLiteral("evidenceSheet"));
    set_width(700);
    set_title(QString::fromStdString(file.name), TicketWords::size(file.size_bytes, format));
    set_footer_note(tr("Added %1").arg(format.date_time(file.added_at)));
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setWordWrap(true);
    picture_->setMinimumHeight(largest_preview.height());
    body()->addWidget(picture_);
    finish_body();
    set_primary(tr("Save…"));
    set_primary_enabled(false);
    connect(this, &Sheet::accepted, this, &EvidenceSheet::ask_where);
    context_.desk.evidence(file.id).then(this, [this](const Result<Evidence> &read) {
        if (read)
            show_file(*read);
        else
            refuse(ErrorWords::sentence(read.error()));
    });
}

void EvidenceSheet::show_file(const Evidence &file)
{
    file_ = file;
    set_primary_enabled(true);
    const QImage image = preview(file);
    if (image.isNull())
        picture_->setText(tr("This file cannot be shown here. Save it to look at it."));
    else
        picture_->setPixmap(QPixmap::fromImage(image));
    picture_->setAccessibleName(QString::fromStdString(file.name));
}

void EvidenceSheet::ask_where()
{
    auto *dialog = new QFileDialog(this, tr("Save evidence"), {}, {});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QString::fromStdString(file_.name));
    connect(dialog, &QFileDialog::fileSelected, this, &EvidenceSheet::write_to);
    dialog->open();
}

void EvidenceSheet::write_to(const QString &path)
{
    QSaveFile out(path);
    const QByteArray bytes = bytes_of(file_);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        refuse(tr("The file could not be written: %1").arg(out.errorString()));
        return;
    }
    Q_EMIT saved(path);
}

}  // namespace aftercharge
