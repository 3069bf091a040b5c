// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/evidence_box.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"
#include "ui/tickets/evidence_files.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

EvidenceBox::EvidenceBox(const ThemeController &themes, const std::vector<Evidence> &had, const Format &format,
                         QWidget *parent)
    : QWidget(parent), themes_(themes), format_(format)
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    column->setSpacing(Space::xs);
    build_had(had, *column);
    list_ = new QVBoxLayout;
    list_->setSpacing(0);
    column->addLayout(list_);
    refusal_ = make_label(LabelRole::Bad, {});
    refusal_->setWordWrap(true);
    refusal_->setObjectName(QStringLiteral("evidenceRefusal"));
    refusal_->hide();
    column->addWidget(refusal_);
    build_drop(*column);
}

void EvidenceBox::build_had(const std::vector<Evidence> &had, QVBoxLayout &column)
{
    if (!had.empty())
        column.addWidget(make_label(LabelRole::Caption, tr("With the ticket already: tick what belongs to the claim")));
    for (const Evidence &file : had) {
        auto *tick = new QCheckBox(tr("%1 · %2 · %3")
                                       .arg(QString::fromStdString(file.name),
                                            TicketWords::size(file.size_bytes, format_),
                                            GoodsWords::short_hash(file.sha256)));
        connect(tick, &QCheckBox::toggled, this, &EvidenceBox::changed);
        column.addWidget(tick);
        ticks_.push_back(tick);
        had_.push_back(file.id);
    }
}

std::vector<Uuid> EvidenceBox::ticked() const
{
    std::vector<Uuid> ids;
    for (std::size_t i = 0; i < ticks_.size(); ++i) {
        if (ticks_[i]->isChecked())
            ids.push_back(had_[i]);
    }
    return ids;
}

void EvidenceBox::refuse(const QString &sentence)
{
    refusal_->setText(sentence);
    refusal_->setVisible(!sentence.isEmpty());
    Q_EMIT resized();
}

QString EvidenceBox::refusal() const
{
    return refusal_->text();
}

bool EvidenceBox::add(const EvidenceFile &file)
{
    if (files_.size() >= max_evidence_files) {
        refuse(tr("At most %1 files at a time. Send these first.").arg(max_evidence_files));
        return false;
    }
    if (const QString why = evidence_refusal(file); !why.isEmpty()) {
        refuse(why);
        return false;
    }
    for (const EvidenceFile &other : files_) {
        if (other.bytes == file.bytes) {
            refuse(tr("“%1” is there already.").arg(QString::fromStdString(file.name)));
            return false;
        }
    }
    files_.push_back(file);
    show_files();
    refuse({});
    Q_EMIT changed();
    return true;
}

bool EvidenceBox::add_path(const QString &path)
{
    const QFileInfo info(path);
    // Not read at all when it is too large: it may be a film.
    if (info.size() > static_cast<qint64>(max_evidence_bytes)) {
        refuse(too_large_words(info.fileName()));
        return false;
    }
    const auto file = read_evidence_file(path);
    if (!file) {
        refuse(tr("“%1” cannot be read.").arg(info.fileName()));
        return false;
    }
    return add(*file);
}

bool EvidenceBox::add_image(const QImage &image)
{
    return add(picture_as_evidence(image, files_.size() + 1));
}

bool EvidenceBox::add_from(const QMimeData &mime)
{
    if (mime.hasUrls()) {
        bool all = true;
        for (const QUrl &url : mime.urls())
            all = (url.isLocalFile() ? add_path(url.toLocalFile()) : false) && all;
        return all;
    }
    if (mime.hasImage())
        return add_image(qvariant_cast<QImage>(mime.imageData()));
    if (mime.hasText() && !mime.text().trimmed().isEmpty())
        return add(text_as_evidence(mime.text(), files_.size() + 1));
    refuse(tr("There is no picture, file or text in the clipboard."));
    return false;
}

void EvidenceBox::remove(std::size_t index)
{
    if (index >= files_.size())
        return;
    files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(index));
    show_files();
    refuse({});
    Q_EMIT changed();
}

void EvidenceBox::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasImage())
        return;
    over_ = true;
    update();
    event->acceptProposedAction();
}

void EvidenceBox::dragLeaveEvent(QDragLeaveEvent *event)
{
    over_ = false;
    update();
    QWidget::dragLeaveEvent(event);
}

void EvidenceBox::dropEvent(QDropEvent *event)
{
    over_ = false;
    update();
    add_from(*event->mimeData());
    event->acceptProposedAction();
}

void EvidenceBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    QPen pen(over_ ? theme.accent : theme.faint, over_ ? 2 : 1, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(over_ ? theme.selection : theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Space::radius_small, Space::radius_small);
}

}  // namespace aftercharge
