// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/reconciliations.h"

#include <algorithm>

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"
#include "ui/common/export_table.h"
#include "ui/common/follow_tables.h"
#include "ui/common/page_parts.h"
#include "ui/common/state_chip.h"
#include "ui/refunds/book_words.h"

namespace aftercharge {

namespace {

bool may_reconcile(const Operator &person)
{
    return person.role == Role::Supervisor || person.role == Role::Administrator;
}

}  // namespace

Reconciliations::Reconciliations(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QWidget *runs = make_runs();
    row->addWidget(
        make_splitter(runs, make_result(), context.settings, QStringLiteral("reconciliations/splitter"), 31, 69));
    connect(run_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    show_run(runs_->row(current.row()));
            });
    follow_tables(context_.feed, this, {ChangedTable::Reconciliations}, changed_rows_rest_ms, [this] { ask(); });
    ask();
}

QDate Reconciliations::today() const
{
    const QDateTime now = context_.clock ? QDateTime::fromMSecsSinceEpoch(
                                               context_.clock->now().time_since_epoch().count(), Qt::UTC)
                                         : QDateTime::currentDateTimeUtc();
    return now.toTimeZone(context_.format.zone()).date();
}

QWidget *Reconciliations::make_runs()
{
    auto *card = new Card(context_.themes);
    card->set_title(tr("Reconciliation"), tr("ledger, outbox and gateway"));
    card->body()->addWidget(make_start(card));
    auto *strip = new QVBoxLayout;
    strip->setContentsMargins(Space::m, 0, Space::m, 0);
    trouble_ = new Banner(context_.themes, card);
    trouble_->setObjectName(QStringLiteral("reconcile_trouble"));
    trouble_->hide();
    strip->addWidget(trouble_);
    card->body()->addLayout(strip);
    runs_ = new RunModel(BookWords::runs(context_.format), run_look, this);
    run_table_ = new DataTable(context_.themes, card);
    run_table_->setAccessibleName(tr("Runs"));
    run_table_->setObjectName(QStringLiteral("runs"));
    run_table_->setModel(runs_);
    run_table_->set_columns({{CellKind::Text, 98, 96},
                             {CellKind::Chip, 112, 96, 1},
                             {CellKind::Number, 66, 56},
                             {CellKind::Text, 84, 60, 0, false},
                             {CellKind::Text, 138, 134, 0, false}});
    run_table_->set_settings(&context_.settings, QStringLiteral("reconciliations/runs"));
    run_table_->set_placeholder(new EmptyState(context_.themes, IconName::Audit, tr("No day was reconciled yet"),
                                               tr("Choose a day above and run it.")));
    card->body()->addWidget(run_table_, 1);
    return card;
}

QWidget *Reconciliations::make_start(QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(Space::m, 6, Space::m, Space::s);
    row->setSpacing(Space::s);
    day_ = new QDateEdit(today().addDays(-1), part);
    day_->setAccessibleName(tr("Day, of the network's zone"));
    day_->setToolTip(tr("Day, of the network's zone"));
    day_->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    day_->setMaximumDate(today());
    day_->setButtonSymbols(QAbstractSpinBox::NoButtons);  // arrow keys and the wheel change it
    row->addWidget(day_);
    start_ = new Button(context_.themes, ButtonRole::Primary, tr("Run"), part);
    start_->setObjectName(QStringLiteral("reconcile"));
    start_->setEnabled(may_reconcile(context_.person));
    if (!may_reconcile(context_.person)) {
        start_->setToolTip(tr("Supervisors and administrators run the reconciliation."));
        start_->setAccessibleDescription(start_->toolTip());
    }
    row->addWidget(start_);
    row->addStretch(1);
    connect(start_, &QPushButton::clicked, this, &Reconciliations::run);
    return part;
}

QWidget *Reconciliations::make_result()
{
    card_ = new Card(context_.themes);
    card_->set_title(tr("Refund by refund"));
    state_ = new StateChip(context_.themes, card_);
    card_->add_header_widget(state_);
    state_->hide();
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), card_);
    card_->add_action(save);
    auto *strip = new QVBoxLayout;
    strip->setContentsMargins(Space::m, Space::s, Space::m, 0);
    progress_ = new Banner(context_.themes, card_);
    progress_->setObjectName(QStringLiteral("reconcile_progress"));
    progress_->set_message(Tone::Info, tr("Running: the gateways are asked, refund by refund. The result comes here by "
                                          "itself; you can go on working meanwhile."));
    progress_->hide();
    strip->addWidget(progress_);
    card_->body()->addLayout(strip);
    rows_ = new ReconciledModel(BookWords::reconciled(context_.format), reconciled_look, this);
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSortRole(CellRole::sort_key);
    sorted_->setSourceModel(rows_);
    row_table_ = new DataTable(context_.themes, card_);
    row_table_->setAccessibleName(tr("Refund by refund"));
    row_table_->setModel(sorted_);
    row_table_->set_columns({{CellKind::Id, 122, 116},
                             {CellKind::Chip, 84, 76},
                             {CellKind::Text, 96, 64},
                             {CellKind::Money, 90, 88},
                             {CellKind::Number, 90, 86},
                             {CellKind::Text, 80, 78},
                             {CellKind::Text, 96, 76},
                             {CellKind::Number, 88, 76},
                             {CellKind::Text, 160, 70, 1}});
    row_table_->sortByColumn(ReconciledColumn::Result, Qt::AscendingOrder);
    row_table_->setSortingEnabled(true);
    row_table_->set_settings(&context_.settings, QStringLiteral("reconciliations/rows"));
    empty_ = new EmptyState(context_.themes, IconName::Table, tr("No run chosen"),
                            tr("Choose a run at the left to see each refund as the three books have it."));
    row_table_->set_placeholder(empty_);
    card_->body()->addWidget(row_table_, 1);
    finding_ = make_label(LabelRole::Bad, {}, card_);
    finding_->setWordWrap(true);
    finding_->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    finding_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    finding_->hide();
    card_->body()->addWidget(finding_);
    const auto write = [this] {
        export_table(*row_table_, QStringLiteral("reconciliation.csv"),
                     [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(row_table_, &DataTable::exportRequested, this, write);
    connect(row_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &Reconciliations::show_finding);
    return card_;
}

void Reconciliations::run()
{
    start_->setEnabled(false);
    trouble_->hide();
    const std::string day = day_->date().toString(Qt::ISODate).toStdString();
    context_.goods.reconcile(day).then(this, [this](const Result<Reconciliation> &run) {
        start_->setEnabled(may_reconcile(context_.person));
        if (!run) {
            trouble_->set_message(Tone::Bad, ErrorWords::sentence(run.error()));
            trouble_->show();
            return;
        }
        shown_ = run->id;
        ask();
    });
}

void Reconciliations::ask()
{
    context_.goods.reconciliations().then(this, [this](const Result<std::vector<Reconciliation>> &runs) {
        trouble_->setVisible(!runs);
        if (runs)
            runs_came(*runs);
        else
            trouble_->set_message(Tone::Bad, ErrorWords::sentence(runs.error()));
    });
}

// The run that was just begun, or chosen before; with neither, the newest.
void Reconciliations::runs_came(const std::vector<Reconciliation> &runs)
{
    const Uuid wanted = shown_;
    runs_->set_rows(runs);
    if (runs.empty())
        return;
    const auto found = std::find_if(runs.begin(), runs.end(),
                                    [&](const Reconciliation &run) { return run.id == wanted; });
    const auto row = found == runs.end() ? 0 : found - runs.begin();
    run_table_->selectRow(static_cast<int>(row));
    show_run(runs[static_cast<std::size_t>(row)]);
}

void Reconciliations::show_run(const Reconciliation &run)
{
    shown_ = run.id;
    card_->set_title(tr("Refund by refund, %1").arg(QString::fromStdString(run.day)));
    const Tone tone = run_tone(run);
    state_->set_state(tone, tone_shape(tone), BookWords::result(run));
    state_->show();
    progress_->setVisible(!run.finished_at);
    empty_->set_content(IconName::Table,
                        run.finished_at ? tr("No refund through a gateway on this day") : tr("Running…"), {});
    ask_rows();
}

void Reconciliations::ask_rows()
{
    context_.goods.reconciled(shown_).then(this, [this,
                                                  id = shown_](const Result<std::vector<ReconciledRefund>> &rows) {
        if (id != shown_)
            return;
        if (!rows) {
            rows_->set_rows({});
            empty_->set_content(IconName::Warning, tr("This could not be read"), ErrorWords::sentence(rows.error()));
            return;
        }
        rows_->set_rows(differing_first(*rows));
        if (sorted_->rowCount() > 0)
            row_table_->selectRow(0);
        show_finding(row_table_->currentIndex());
    });
}

// The whole of what differs in the chosen row, which the column may be too narrow for.
void Reconciliations::show_finding(const QModelIndex &current)
{
    const QModelIndex source = sorted_->mapToSource(current);
    const QString text = source.isValid() ? QString::fromStdString(rows_->row(source.row()).finding) : QString();
    finding_->setText(text);
    finding_->setVisible(!text.isEmpty());
}

void Reconciliations::focusInEvent(QFocusEvent *)
{
    run_table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
