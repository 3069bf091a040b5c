// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/resolve_sheet.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"

namespace aftercharge {

ResolveSheet::ResolveSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), sentence_(make_label(LabelRole::Body, {}, this)),
      word_(new QPlainTextEdit(this)), trouble_(new Banner(context.themes, this))
{
    sentence_->setWordWrap(true);
    body()->addWidget(sentence_);
    auto *caption = make_label(LabelRole::Caption, tr("What was found out, and what was done"), this);
    caption->setBuddy(word_);
    body()->addWidget(caption);
    word_->setAccessibleName(tr("What was found out, and what was done"));
    word_->setTabChangesFocus(true);
    word_->setFixedHeight(84);
    body()->addWidget(word_);
    body()->addWidget(trouble_);
    set_footer_note(tr("It is kept with your name. No money moves by this."));
    set_primary(tr("Resolve"));
    connect(word_, &QPlainTextEdit::textChanged, this,
            [this] { set_primary_enabled(!word_->toPlainText().trimmed().isEmpty()); });
    connect(this, &Sheet::accepted, this, &ResolveSheet::resolve);
}

void ResolveSheet::ask(const Discrepancy &row)
{
    row_ = row;
    set_title(tr("Resolve discrepancy"), QString::fromStdString(row.entity_id));
    sentence_->setText(EnumWords::discrepancy_kind(row.kind) + QStringLiteral(" · ") +
                       QString::fromStdString(row.detail));
    word_->clear();
    trouble_->hide();
    set_primary_enabled(false);
    set_busy(false);
    open();
    word_->setFocus(Qt::OtherFocusReason);
}

void ResolveSheet::resolve()
{
    set_busy(true);
    const std::string word = word_->toPlainText().trimmed().toStdString();
    context_.goods.resolve_discrepancy(row_.id, word).then(this, [this](const Result<Discrepancy> &row) {
        set_busy(false);
        if (row) {
            close_sheet();
            Q_EMIT resolved(*row);
            return;
        }
        trouble_->set_message(Tone::Bad, ErrorWords::sentence(row.error()));
        trouble_->show();
        set_panel_width(560);
        Q_EMIT refused();
    });
}

}  // namespace aftercharge
