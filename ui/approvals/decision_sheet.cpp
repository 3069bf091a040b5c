// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/decision_sheet.h"

#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/difference_view.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"
#include "ui/decisions/changes_text.h"
#include "ui/decisions/picture_words.h"

namespace aftercharge {

DecisionSheet::DecisionSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), sentence_(make_label(LabelRole::Body, {}, this)),
      counted_(make_label(LabelRole::Muted, {}, this)), trouble_(new Banner(context.themes, this)),
      differences_(new DifferenceView(this))
{
    for (QLabel *label : {sentence_, counted_}) {
        label->setWordWrap(true);
        body()->addWidget(label);
    }
    trouble_->setObjectName(QStringLiteral("trouble"));
    body()->addWidget(trouble_);
    body()->addWidget(differences_);
    primary_button()->set_key_hint(QStringLiteral("Ctrl Enter"));
    for (const int enter : {int(Qt::Key_Return), int(Qt::Key_Enter)}) {
        auto *shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | enter), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (primary_button()->isEnabled())
                primary_button()->click();
        });
    }
}

void DecisionSheet::begin(const QString &title, const QString &number, const QString &sentence, const VoteCase &votes,
                          const QString &decided)
{
    votes_ = votes;
    refused_ = false;
    set_title(title, number);
    sentence_->setText(sentence);
    counted_->setText(votes.decides() ? QString()
                                      : tr("%1 different people have to approve it. Yours is number %2; nothing is "
                                           "paid before the last one.")
                                            .arg(votes.needed)
                                            .arg(votes.given() + 1));
    counted_->setVisible(!votes.decides());
    trouble_->hide();
    differences_->hide();
    const auto &limit = context_.person.approval_limit;
    set_footer_note(limit ? tr("Within your limit of %1. It cannot be undone.").arg(context_.format.money(*limit))
                          : QString());
    set_primary(VoteWords::action(votes, decided));
    set_primary_enabled(true);
    set_busy(false);
    fit();
    open();
    primary_button()->setFocus(Qt::OtherFocusReason);
}

void DecisionSheet::set_sentence(const QString &sentence)
{
    sentence_->setText(sentence);
}

void DecisionSheet::set_width(int width)
{
    width_ = width;
    fit();
}

void DecisionSheet::fit()
{
    set_panel_width(width_);
}

void DecisionSheet::say_changed()
{
    if (refused_)
        return;
    trouble_->set_message(Tone::Warn, tr("It was changed or decided meanwhile. Close this and look again."));
    trouble_->show();
    set_primary_enabled(false);
    fit();
    read_differences();
}

// What voids a request is in the refusal itself: the request has gone back with it.
void DecisionSheet::refuse(const Error &error)
{
    set_busy(false);
    trouble_->set_message(Tone::Bad, ErrorWords::sentence(error));
    trouble_->show();
    refused_ = error.code != ErrorCode::StoreInUse;
    set_primary_enabled(!refused_);
    fit();
    const auto changes = error.code == ErrorCode::ApprovalVoided ? changes_from_text(error.detail)
                                                                 : std::vector<PictureChange>{};
    if (changes.empty())
        read_differences();
    else
        show_differences(PictureWords(context_.format, context_.network.currency).differences(changes));
    Q_EMIT refused();
}

void DecisionSheet::show_differences(const QList<DifferenceRow> &rows)
{
    if (rows.isEmpty())
        return;
    differences_->set_rows(rows);
    differences_->show();
    fit();
}

}  // namespace aftercharge
