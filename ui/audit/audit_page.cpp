// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_page.h"

#include <QHBoxLayout>

#include "models/item/audit_table_model.h"
#include "ui/audit/audit_words.h"
#include "ui/common/banner.h"
#include "ui/common/busy_bar.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/error_words.h"
#include "ui/common/export_table.h"
#include "ui/common/find_field.h"
#include "ui/common/follow_tables.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/paged_table.h"

namespace aftercharge {

namespace {

constexpr int change_rests_ms = 800;

}  // namespace

AuditPage::AuditPage(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    column->addWidget(make_tiles());
    alarm_ = new Banner(context.themes, this);
    alarm_->setObjectName(QStringLiteral("ledger_alarm"));
    alarm_->hide();
    column->addWidget(alarm_);
    result_ = new Banner(context.themes, this);
    result_->setObjectName(QStringLiteral("chain_result"));
    result_->hide();
    column->addWidget(result_);
    column->addWidget(make_list(), 1);
    connect(&watcher_, &QFutureWatcherBase::progressValueChanged, this,
            [this](int permille) { busy_->set_progress(permille / 10, 100); });
    connect(&watcher_, &QFutureWatcherBase::finished, this, &AuditPage::verified);
    follow_tables(context_.feed, this, {}, change_rests_ms, [this] {
        model_->refresh();
        ask_figures();
    });
    ask();
    ask_figures();
}

QWidget *AuditPage::make_tiles()
{
    auto *row = new QWidget(this);
    auto *tiles = new QHBoxLayout(row);
    tiles->setContentsMargins(0, 0, 0, 0);
    tiles->setSpacing(10);
    const auto tile = [&](const QString &caption) {
        auto *made = new KpiTile(context_.themes, KpiTile::Look::Framed, caption, row);
        tiles->addWidget(made);
        return made;
    };
    chain_ = tile(tr("Audit chain"));
    chain_->set_value(tr("Not verified"), tr("since this page was opened"));
    sum_ = tile(tr("Sum of the ledger"));
    entries_ = tile(tr("Entries in the chain"));
    return row;
}

QWidget *AuditPage::make_list()
{
    auto *card = new Card(context_.themes, this);
    card->set_title(tr("Audit"), tr("newest first"));
    find_ = new FindField(context_.themes, tr("Who, what, number"), this);
    card->add_header_widget(find_);
    busy_ = new BusyBar(context_.themes, card);
    card->add_action(busy_);
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), card);
    card->add_action(save);
    verify_ = new Button(context_.themes, ButtonRole::Primary, tr("Verify chain"), card);
    verify_->setObjectName(QStringLiteral("verify"));
    card->add_action(verify_);
    model_ = new AuditTableModel(context_.desk, AuditWords::table(context_.format), this);
    table_ = new PagedTable(context_.themes, card);
    table_->setAccessibleName(tr("Audit"));
    table_->set_paged_model(model_);
    table_->set_columns({{CellKind::Text, 164, 160},
                         {CellKind::Text, 110, 70},
                         {CellKind::Text, 90, 60},
                         {CellKind::Text, 190, 120},
                         {CellKind::Id, 150, 120},
                         {CellKind::Text, 240, 100, 1}});
    table_->set_settings(&context_.settings, QStringLiteral("audit/table"));
    table_->set_empty(IconName::Audit, tr("No entries yet"), tr("Every decision leaves an entry here."));
    card->body()->addWidget(table_, 1);
    const auto write = [this] {
        export_table(*table_, QStringLiteral("audit.csv"), [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(table_, &DataTable::exportRequested, this, write);
    connect(find_, &FindField::searched, this, &AuditPage::ask);
    connect(find_, &SearchField::escaped, table_, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(table_, &PagedTable::showAllRequested, this, [this] {
        find_->clear();
        ask();
    });
    connect(verify_, &QPushButton::clicked, this, &AuditPage::verify);
    connect(busy_, &BusyBar::cancelRequested, this, [this] { watcher_.cancel(); });
    return card;
}

void AuditPage::ask()
{
    table_->set_filtered(!find_->search_text().empty());
    model_->set_text(find_->search_text());
}

void AuditPage::ask_figures()
{
    context_.desk.audit_length().then(this, [this](const Result<std::int64_t> &length) {
        entries_->set_value(length ? context_.format.number(*length) : QStringLiteral("—"),
                            length ? tr("each one sealed with the one before") : QString());
    });
    context_.desk.ledger_sum().then(this, [this](const Result<Money> &sum) { show_sum(sum); });
}

void AuditPage::show_sum(const Result<Money> &sum)
{
    if (!sum) {
        sum_->set_value(QStringLiteral("—"), ErrorWords::sentence(sum.error()));
        sum_->set_tone(Tone::Warn);
        return;
    }
    const Money shown = sum->currency().code().empty() ? Money::zero(context_.network.currency) : *sum;
    const bool balanced = shown.is_zero();
    sum_->set_value(context_.format.money(shown), balanced ? tr("balanced") : tr("must be 0"));
    sum_->set_tone(balanced ? Tone::Ok : Tone::Bad);
    alarm_->setVisible(!balanced);
    if (!balanced)
        alarm_->set_message(Tone::Bad, tr("The ledger does not add up: all accounts together must be 0 and are %1. "
                                          "Verify the chain and call an administrator before anything is paid.")
                                           .arg(context_.format.money(shown)));
}

void AuditPage::verify()
{
    if (watcher_.isRunning())
        return;
    result_->hide();
    verify_->setEnabled(false);
    busy_->start(tr("Recomputing every hash"));
    watcher_.setFuture(context_.desk.verify_audit());
}

void AuditPage::verified()
{
    busy_->finish();
    verify_->setEnabled(true);
    const bool answered = watcher_.future().resultCount() > 0 && !watcher_.isCanceled();
    if (!answered) {
        result_->set_message(Tone::Info, tr("Cancelled. The chain was not verified to its end."));
        result_->show();
        return;
    }
    const Result<ChainReport> report = watcher_.result();
    if (report) {
        show_report(*report);
        return;
    }
    chain_->set_value(tr("Not verified"));
    chain_->set_tone(Tone::Warn);
    result_->set_message(Tone::Warn,
                         tr("The chain could not be verified. %1").arg(ErrorWords::sentence(report.error())));
    result_->show();
}

void AuditPage::show_report(const ChainReport &report)
{
    const QString entries = context_.format.number(report.entries);
    if (report.intact) {
        chain_->set_value(tr("Intact"), tr("%1 entries recomputed").arg(entries));
        chain_->set_tone(Tone::Ok);
        result_->set_message(Tone::Ok, tr("The chain is intact: %1 entries recomputed, every hash is the one that was "
                                          "written.")
                                           .arg(entries));
    } else {
        chain_->set_value(tr("Broken"), tr("see above the list"));
        chain_->set_tone(Tone::Bad);
        result_->set_message(Tone::Bad, tr("The chain is broken: a row was changed outside of the program (%1). Pay "
                                           "nothing from this store; call an administrator and keep a copy of it.")
                                            .arg(QString::fromStdString(report.problem)));
    }
    result_->show();
}

void AuditPage::focusInEvent(QFocusEvent *)
{
    table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
