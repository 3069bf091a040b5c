// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/batch_view.h"

#include <algorithm>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

#include "ui/common/busy_bar.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/fact_list.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/page_parts.h"
#include "ui/decisions/batch_words.h"
#include "ui/decisions/votes_view.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

BatchDetail::BatchDetail(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), reader_(context.approvals)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    QBoxLayout *column = nullptr;
    outer->addWidget(make_scroll_column(column));
    build_figures(*column);
    votes_ = new VotesView(context, this);
    column->addWidget(votes_);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Space::m, 0, Space::m, Space::xs);
    busy_ = new BusyBar(context.themes, this);
    busy_->set_cancellable(false);
    strip->addWidget(busy_);
    strip->addStretch(1);
    column->addLayout(strip);
    trouble_ = make_label(LabelRole::Warn, {}, this);
    trouble_->setWordWrap(true);
    trouble_->setContentsMargins(Space::m, 0, Space::m, Space::s);
    trouble_->hide();
    column->addWidget(trouble_);
    add_heading(*column, tr("Request and decision"), context.format.zone_name());
    facts_ = new FactList(this);
    column->addWidget(facts_);
    add_heading(*column, tr("Sessions of this batch"), tr("decided once, carried out one by one"));
    rows_ = add_cell_table(*column, context_, tr("Sessions of this batch"), BatchWords::headers(),
                           BatchWords::columns(), tr("Reading…"));
    column->addStretch(1);
    connect(&reader_, &BatchReader::came, this, &BatchDetail::dress);
    connect(&reader_, &BatchReader::failed, this, [this](const Error &error) {
        trouble_->setText(tr("The batch could not be read. %1").arg(ErrorWords::sentence(error)));
        trouble_->show();
    });
}

void BatchDetail::build_figures(QBoxLayout &column)
{
    const auto tile = [this](const QString &caption) {
        return new KpiTile(context_.themes, KpiTile::Look::Plain, caption, this);
    };
    total_ = tile(tr("In total"));
    total_->set_tone(Tone::Info);
    sessions_ = tile(tr("Refunds"));
    none_ = tile(tr("Without a refund"));
    auto *figures = new QHBoxLayout;
    figures->setContentsMargins(Space::m, Space::s, Space::m, Space::xs);
    figures->setSpacing(Space::s);
    for (KpiTile *figure : {total_, sessions_, none_})
        figures->addWidget(figure);
    column.addLayout(figures);
}

void BatchDetail::show_batch(const RefundBatch &batch)
{
    const bool other = !batch_ || batch_->batch_no != batch.batch_no;
    batch_ = batch;
    if (other) {
        rows_.show_rows({});
        votes_->clear();
        busy_->finish();
        trouble_->hide();
    }
    const Format &format = context_.format;
    total_->set_value(format.money(batch.total), tr("to platform balances"));
    sessions_->set_value(format.number(batch.rows - batch.refused), BatchWords::share(batch, format));
    none_->set_value(format.number(batch.refused), batch.refused > 0 ? tr("the rows say why") : QString());
    const auto at = [&](UtcTime time) { return QString(format.date(time) + u' ' + format.time_short(time)); };
    const auto by = [&](const OperatorName &who, const std::optional<UtcTime> &time) {
        return who.is_empty() || !time ? text_of(who.text()) : tr("%1, %2").arg(text_of(who.text()), at(*time));
    };
    const bool back = batch.approval == ApprovalState::SentBack;
    facts_->set_facts({
        {tr("Reason"), EnumWords::reason_code(batch.reason_code)},
        {tr("Note"), text_of(batch.note)},
        {tr("Asked by"), by(batch.requested_by, batch.created_at)},
        {tr("Approved by"), by(batch.approved_by, batch.decided_at)},
        {tr("Sent back"), back && batch.decided_at ? at(*batch.decided_at) : QString()},
        {tr("Sent back because"), text_of(batch.sent_back)},
        {tr("Carried out"), batch.carried_out_at ? at(*batch.carried_out_at) : QString()},
    });
    context_.approvals.approval_life().then(this, [this](const Result<std::chrono::milliseconds> &life) {
        if (life)
            life_ = *life;
        reader_.read(batch_->batch_no);
    });
}

std::optional<RequestFacts> BatchDetail::facts() const
{
    if (!reader_.view() || !batch_ || reader_.view()->batch.batch_no != batch_->batch_no)
        return std::nullopt;
    RequestFacts facts;
    facts.subject = batch_->batch_no.text();
    facts.votes = {reader_.view()->votes, reader_.view()->approvers};
    facts.life = life_;
    return facts;
}

void BatchDetail::dress()
{
    const BatchView &view = *reader_.view();
    trouble_->hide();
    const bool waits = view.batch.approval == ApprovalState::Waiting;
    votes_->show_facts(*facts(), waits ? std::optional(view.batch.created_at) : std::nullopt);
    const BatchCount count = count_rows(view);
    if (is_being_carried_out(view.batch)) {
        if (busy_->isHidden())
            busy_->start(tr("Carried out"));
        busy_->set_progress(count.decided(), count.asked());
    } else {
        busy_->finish();
    }
    sessions_->set_value(context_.format.number(count.asked()),
                         waits ? BatchWords::share(view.batch, context_.format) : BatchWords::result(view));
    show_rows();
    Q_EMIT viewRead();
}

void BatchDetail::show_rows()
{
    const QList<CellRow> rows = BatchWords::rows(*reader_.view(), context_.format);
    const bool explained = std::any_of(rows.begin(), rows.end(),
                                       [](const CellRow &row) { return !row.last().text.isEmpty(); });
    rows_.view->set_row_height(explained ? Space::row_two_lines : Space::row_compact);
    rows_.show_rows(rows);
}

}  // namespace aftercharge
