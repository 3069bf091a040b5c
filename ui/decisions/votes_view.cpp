// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/votes_view.h"

#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include "ui/common/button.h"
#include "ui/common/labels.h"
#include "ui/common/state_chip.h"
#include "ui/decisions/expiry_words.h"

namespace aftercharge {

namespace {

constexpr int tick_ms = 20'000;

}  // namespace

VotesView::VotesView(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), count_(new StateChip(context.themes, this)),
      people_label_(make_label(LabelRole::Body, {}, this)), expiry_(new StateChip(context.themes, this)),
      batch_row_(new QWidget(this)), batch_(make_label(LabelRole::Body, {}, batch_row_)),
      open_batch_(new Button(context.themes, ButtonRole::Quiet, tr("Show the batch"), batch_row_))
{
    setObjectName(QStringLiteral("votes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::m, Space::xs, Space::m, Space::s);
    column->setSpacing(Space::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    people_label_->setObjectName(QStringLiteral("voters"));
    people_label_->setWordWrap(true);
    expiry_->setObjectName(QStringLiteral("expiry"));
    row->addWidget(count_);
    row->addWidget(people_label_, 1);
    row->addWidget(expiry_);
    column->addLayout(row);
    auto *batch_row = new QHBoxLayout(batch_row_);
    batch_row->setContentsMargins(0, 0, 0, 0);
    batch_->setWordWrap(true);
    open_batch_->setObjectName(QStringLiteral("show_batch"));
    batch_row->addWidget(batch_, 1);
    batch_row->addWidget(open_batch_);
    column->addWidget(batch_row_);
    hide();
    connect(open_batch_, &QPushButton::clicked, this, [this] {
        if (facts_ && facts_->batch)
            Q_EMIT batchRequested(*facts_->batch);
    });
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, this, &VotesView::dress_expiry);
    tick->start(tick_ms);
    context_.desk.operators().then(this, [this](const Result<std::vector<Operator>> &people) {
        if (!people)
            return;
        people_.set(*people);
        dress();
    });
}

void VotesView::show_facts(const RequestFacts &facts, std::optional<UtcTime> asked_at)
{
    facts_ = facts;
    asked_at_ = asked_at;
    dress();
}

void VotesView::clear()
{
    facts_.reset();
    hide();
}

void VotesView::dress()
{
    if (!facts_)
        return;
    const VoteCase &votes = facts_->votes;
    const bool in_batch = facts_->batch.has_value();
    // What was approved at once has no votes; those of a batch are the batch's.
    const bool counted = !in_batch && (asked_at_ || votes.given() > 0);
    count_->setVisible(counted);
    people_label_->setVisible(counted);
    const bool enough = votes.missing() == 0;
    count_->set_state(enough ? Tone::Ok : Tone::Warn, enough ? ChipShape::Dot : ChipShape::Ring,
                      VoteWords::count(votes));
    QStringList words;
    for (const QString &part : {VoteWords::people(votes, people_, context_.format, ExpiryWords::now(context_)),
                                asked_at_ ? VoteWords::missing(votes) : QString()}) {
        if (!part.isEmpty())
            words.append(part);
    }
    people_label_->setText(words.join(QStringLiteral(" · ")));
    people_label_->setAccessibleName(count_->text() + u": " + people_label_->text());
    batch_row_->setVisible(in_batch);
    if (in_batch) {
        const QString number = QString::fromStdString(facts_->batch->text());
        batch_->setText(asked_at_ ? tr("Part of batch %1, and decided together with it").arg(number)
                                  : tr("Part of batch %1").arg(number));
    }
    dress_expiry();
    setVisible(counted || in_batch || asked_at_);
}

void VotesView::dress_expiry()
{
    expiry_->setVisible(asked_at_.has_value());
    if (!facts_ || !asked_at_)
        return;
    const Duration left = *asked_at_ + facts_->life - ExpiryWords::now(context_);
    const Tone tone = ExpiryWords::tone(left);
    expiry_->set_state(tone, tone_shape(tone), ExpiryWords::text(left));
}

}  // namespace aftercharge
