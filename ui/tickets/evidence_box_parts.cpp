// SPDX-License-Identifier: GPL-3.0-or-later
// EvidenceBox: its rows, and where files come from.
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>

#include "ui/common/button.h"
#include "ui/common/flow_layout.h"
#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"
#include "ui/tickets/evidence_box.h"
#include "ui/tickets/evidence_files.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

void EvidenceBox::build_drop(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    auto *hint = make_label(LabelRole::Muted, tr("Drop files here. PNG, JPEG, PDF or text, 5 MB each."));
    hint->setWordWrap(true);
    row->addWidget(hint, 1);
    auto *paste_button = new Button(themes_, ButtonRole::Secondary, tr("Paste"));
    paste_button->setObjectName(QStringLiteral("pasteEvidence"));
    paste_button->set_key_hint(QStringLiteral("Ctrl V"));
    connect(paste_button, &QPushButton::clicked, this, &EvidenceBox::paste);
    row->addWidget(paste_button);
    auto *choose_button = new Button(themes_, ButtonRole::Secondary, tr("Choose files…"));
    choose_button->setObjectName(QStringLiteral("chooseEvidence"));
    connect(choose_button, &QPushButton::clicked, this, &EvidenceBox::choose);
    row->addWidget(choose_button);
    column.addLayout(row);
    // A text field that has the focus takes Ctrl+V for itself.
    auto *shortcut = new QShortcut(QKeySequence::Paste, this);
    shortcut->setContext(Qt::WindowShortcut);
    connect(shortcut, &QShortcut::activated, this, &EvidenceBox::paste);
}

void EvidenceBox::paste()
{
    if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData())
        add_from(*mime);
}

void EvidenceBox::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose evidence"), {},
                                   tr("Pictures, PDF and text (*.png *.jpg *.jpeg *.pdf *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths) {
            if (!add_path(path))
                return;
        }
    });
    dialog->open();
}

QWidget *EvidenceBox::file_row(std::size_t index)
{
    const EvidenceFile &file = files_[index];
    const QString name = QString::fromStdString(file.name);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 1, 0, 1);
    line->setSpacing(Space::s);
    auto *label = make_label(LabelRole::Body, name);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setToolTip(name);
    line->addWidget(label, 1);
    line->addWidget(
        make_label(LabelRole::Muted, TicketWords::size(static_cast<std::int64_t>(file.bytes.size()), format_)));
    auto *hash = make_label(LabelRole::Mono, GoodsWords::short_hash(sha256_of(file.bytes)));
    hash->setToolTip(tr("The beginning of its SHA-256"));
    line->addWidget(hash);
    auto *button = new Button(themes_, ButtonRole::Quiet, tr("Remove"));
    button->setAccessibleName(tr("Remove %1").arg(name));
    // The row goes with its button: not before the click has been handled.
    connect(
        button, &QPushButton::clicked, this, [this, index] { remove(index); }, Qt::QueuedConnection);
    line->addWidget(button);
    return row;
}

void EvidenceBox::show_files()
{
    while (QLayoutItem *item = list_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < files_.size(); ++i)
        list_->addWidget(file_row(i));
}

}  // namespace aftercharge
