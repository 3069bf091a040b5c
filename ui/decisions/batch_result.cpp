// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/batch_result.h"

#include <algorithm>

#include <QtWidgets/QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/busy_bar.h"
#include "ui/common/error_words.h"
#include "ui/decisions/batch_words.h"

namespace aftercharge {

namespace {

constexpr int most_rows_shown = 7;
constexpr int header_height = 28;

}  // namespace

BatchResult::BatchResult(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), reader_(context.approvals), busy_(new BusyBar(context.themes, this)),
      banner_(new Banner(context.themes, this)), table_(new DataTable(context.themes, this)),
      model_(new CellTableModel(BatchWords::headers(), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::m);
    busy_->set_cancellable(false);
    column->addWidget(busy_, 0, Qt::AlignLeft);
    banner_->setObjectName(QStringLiteral("batchResult"));
    column->addWidget(banner_);
    table_->setModel(model_);
    table_->set_columns(BatchWords::columns());
    table_->setAccessibleName(tr("Result of each session"));
    table_->setMinimumHeight(0);
    column->addWidget(table_);
    column->addStretch(1);
    hide();
    connect(&reader_, &BatchReader::came, this, &BatchResult::dress);
    connect(&reader_, &BatchReader::failed, this, [this](const Error &error) {
        busy_->finish();
        banner_->set_message(Tone::Warn, tr("What came of it could not be read. %1").arg(ErrorWords::sentence(error)));
        banner_->show();
        table_->setVisible(reader_.view().has_value());
        show();
        Q_EMIT resized();
    });
}

void BatchResult::show_batch(const BatchNo &batch_no)
{
    watching_ = false;
    reader_.set_watching(false);
    reader_.read(batch_no);
}

void BatchResult::watch(const BatchNo &batch_no)
{
    watching_ = true;
    reader_.set_watching(true);
    banner_->hide();
    table_->hide();
    busy_->start(tr("Carried out"));
    show();
    reader_.read(batch_no);
}

void BatchResult::stop()
{
    watching_ = false;
    reader_.forget();
    busy_->finish();
    hide();
}

QString BatchResult::sentence() const
{
    return banner_->text();
}

void BatchResult::dress()
{
    const BatchView &view = *reader_.view();
    const BatchCount count = count_rows(view);
    const bool running = watching_ || is_being_carried_out(view.batch);
    if (running) {
        if (busy_->isHidden())
            busy_->start(tr("Carried out"));
        busy_->set_progress(count.decided(), count.asked());
    } else {
        busy_->finish();
    }
    banner_->setVisible(!running);
    const bool flawed = count.failed > 0 || count.voided > 0;
    const bool waits = view.batch.approval == ApprovalState::Waiting;
    banner_->set_message(flawed || waits ? Tone::Warn : Tone::Ok, tr("%1.").arg(BatchWords::result(view)));
    table_->setVisible(!watching_);
    if (!watching_)
        show_rows(view);
    show();
    Q_EMIT resized();
}

void BatchResult::show_rows(const BatchView &view)
{
    const QList<CellRow> rows = BatchWords::rows(view, context_.format);
    const bool explained = std::any_of(rows.begin(), rows.end(),
                                       [](const CellRow &row) { return !row.last().text.isEmpty(); });
    const int height = explained ? Space::row_two_lines : Space::row;
    table_->set_row_height(height);
    model_->set_rows(rows);
    const int shown = std::min(static_cast<int>(rows.size()), most_rows_shown);
    table_->setFixedHeight(header_height + shown * height + 2);
}

}  // namespace aftercharge
