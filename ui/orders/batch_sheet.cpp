// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/batch_sheet.h"

#include <algorithm>

#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/busy_bar.h"
#include "ui/common/button.h"
#include "ui/common/data_table.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"
#include "ui/decisions/batch_result.h"
#include "ui/orders/batch_form.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

namespace {

constexpr int sheet_width = 860;
constexpr int typing_rest_ms = 250;
constexpr int header_height = 28;
constexpr int most_rows_shown = 7;

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

BatchSheet::BatchSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), sentence_(make_label(LabelRole::Muted, {}, this)),
      form_(new BatchForm(context, this)), table_(new DataTable(context.themes, this)),
      total_(make_label(LabelRole::Heading, {}, this)), verdict_(new Banner(context.themes, this)),
      busy_(new BusyBar(context.themes, this)), result_(new BatchResult(context, this)),
      show_(new Button(context.themes, ButtonRole::Secondary, tr("Show under Approvals"), this))
{
    rows_ = new CellTableModel(
        {tr("Order"), tr("Member"), tr("Paid"), tr("Refunded before"), tr("This refund"), tr("Why not")}, this);
    build();
    rest_.setSingleShot(true);
    rest_.setInterval(typing_rest_ms);
    connect(&rest_, &QTimer::timeout, this, &BatchSheet::quote);
    connect(form_, &BatchForm::chosen, this, &BatchSheet::quote);
    connect(form_, &BatchForm::typed, this, [this] {
        set_primary_enabled(false);  // until what is typed was priced
        rest_.start();
    });
    connect(this, &Sheet::accepted, this, &BatchSheet::request);
    connect(this, &Sheet::cancelled, result_, &BatchResult::stop);
    connect(result_, &BatchResult::resized, this, &BatchSheet::fit);
    for (const int enter : {int(Qt::Key_Return), int(Qt::Key_Enter)}) {
        auto *shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | enter), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (primary_button()->isEnabled())
                primary_button()->click();
        });
    }
}

void BatchSheet::build()
{
    setObjectName(QStringLiteral("batchSheet"));
    primary_button()->set_key_hint(QStringLiteral("Ctrl Enter"));
    sentence_->setWordWrap(true);
    body()->addWidget(sentence_);
    body()->addWidget(form_);
    table_->setModel(rows_);
    table_->set_columns({{CellKind::Id, 126, 118},
                         {CellKind::Text, 90, 70},
                         {CellKind::Number, 84, 72},
                         {CellKind::Number, 112, 96},
                         {CellKind::Money, 96, 84},
                         {CellKind::Text, 220, 120, 1}});
    table_->setAccessibleName(tr("What each session gets back"));
    table_->setMinimumHeight(0);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    body()->addWidget(table_);
    total_->setObjectName(QStringLiteral("total"));
    total_->setAlignment(Qt::AlignRight);
    body()->addWidget(total_);
    busy_->set_cancellable(false);
    body()->addWidget(busy_, 0, Qt::AlignLeft);
    verdict_->setObjectName(QStringLiteral("verdict"));
    body()->addWidget(verdict_);
    body()->addWidget(result_);
    show_->setObjectName(QStringLiteral("show_batch"));
    add_footer_button(show_);
    connect(show_, &QPushButton::clicked, this, [this] {
        close_sheet();
        result_->stop();
        Q_EMIT batchRequested(batch_no_);
    });
}

void BatchSheet::fit()
{
    set_panel_width(sheet_width);
}

QString BatchSheet::total() const
{
    return total_->text();
}

void BatchSheet::ask(const std::vector<OrderNo> &orders)
{
    orders_ = orders;
    batch_no_ = {};
    result_->stop();
    busy_->finish();
    set_title(tr("Refund %1 sessions").arg(orders.size()), tr("one batch, one decision"));
    sentence_->setText(tr("Each session gets a refund of its own to the platform balance of its member. They are "
                          "approved together, and carried out one by one."));
    set_footer_note(tr("A session that gets nothing stops no other."));
    set_close_text({});
    form_->reset();
    rows_->set_rows({});
    for (QWidget *part : std::initializer_list<QWidget *>{form_, table_, total_, verdict_, primary_button()})
        part->show();
    show_->hide();
    set_busy(false);
    quote();
    open();
}

void BatchSheet::quote()
{
    rest_.stop();
    const int asked = ++question_;
    auto draft = form_->draft();
    if (!draft) {
        show_refusal(form_->refusal());
        return;
    }
    draft->orders = orders_;
    set_primary_enabled(false);
    context_.approvals.quote_batch(*draft).then(this, [this, asked](const Result<BatchQuote> &quote) {
        if (asked == question_ && batch_no_.is_empty())
            quoted(quote);
    });
}

void BatchSheet::quoted(const Result<BatchQuote> &quote)
{
    if (!quote) {
        show_refusal(ErrorWords::sentence(quote.error()));
        return;
    }
    show_quote(*quote);
    show_verdict(*quote);
    fit();
}

void BatchSheet::show_quote(const BatchQuote &quote)
{
    const Format &format = context_.format;
    QList<CellRow> rows;
    for (const BatchQuoteRow &row : quote.rows) {
        const bool refused = row.refusal.has_value();
        // The detail is in the columns beside it.
        const QString why = refused ? ErrorWords::sentence({row.refusal->code, {}}) : QString();
        rows.append({Cell{.text = text_of(row.order_no.text()), .muted = refused},
                     Cell{.text = text_of(row.member_id.text()), .muted = refused},
                     Cell{.text = format.money(row.paid)}, Cell{.text = format.money(row.refunded_before)},
                     Cell{.text = refused ? QStringLiteral("—") : format.money(row.amount),
                          .strong = !refused,
                          .muted = refused},
                     Cell{.text = why, .tone = refused ? Tone::Warn : Tone::Neutral, .tool_tip = why}});
    }
    rows_->set_rows(rows);
    const int shown = std::clamp(static_cast<int>(rows.size()), 1, most_rows_shown);
    table_->setFixedHeight(header_height + shown * Space::row + 2);
    const int refunds = static_cast<int>(quote.rows.size()) - quote.refused;
    total_->setText(quote.refused == 0 ? tr("%1 refunds, %2 in total").arg(refunds).arg(format.money(quote.total))
                                       : tr("%1 refunds, %2 in total; %3 without a refund")
                                             .arg(refunds)
                                             .arg(format.money(quote.total))
                                             .arg(quote.refused));
}

void BatchSheet::show_verdict(const BatchQuote &quote)
{
    const Format &format = context_.format;
    const int refunds = static_cast<int>(quote.rows.size()) - quote.refused;
    const QString total = format.money(quote.total);
    if (refunds == 0)
        return show_refusal(tr("None of these sessions can be refunded this way. The rows say why."));
    const auto &limit = context_.person.approval_limit;
    const auto against = limit ? compare(quote.total, *limit) : Result<std::strong_ordering>(fail(ErrorCode::Internal));
    const bool alone = quote.approvers == 1 && against && *against <= 0;
    if (alone)
        verdict_->set_message(Tone::Ok, tr("Within your limit of %1: carried out at once, unless you have granted "
                                           "refunds of these sessions before.")
                                            .arg(format.money(*limit)));
    else if (quote.approvers > 1)
        verdict_->set_message(Tone::Warn,
                              tr("It waits for approval by %1 different people with a limit of at least %2.")
                                  .arg(quote.approvers)
                                  .arg(total));
    else
        verdict_->set_message(Tone::Warn,
                              tr("It waits for approval by somebody with a limit of at least %1.").arg(total));
    set_primary(tr("Request %1 refunds, %2 in total").arg(refunds).arg(total));
    set_primary_enabled(true);
}

void BatchSheet::show_refusal(const QString &sentence)
{
    verdict_->set_message(Tone::Bad, sentence);
    verdict_->show();
    if (!form_->draft())
        total_->setText(QString());
    set_primary(tr("Request refunds"));
    set_primary_enabled(false);
    fit();
}

void BatchSheet::request()
{
    auto draft = form_->draft();
    if (!draft)
        return;
    draft->orders = orders_;
    draft->requested_by = context_.person.name;
    ++question_;
    set_busy(true);
    form_->setEnabled(false);
    busy_->start(tr("Asking for the refunds of %1 sessions").arg(orders_.size()));
    fit();
    context_.approvals.request_batch(*draft).then(this, [this](const Result<RefundBatch> &batch) {
        set_busy(false);
        form_->setEnabled(true);
        busy_->finish();
        if (batch)
            answered(*batch);
        else
            show_refusal(ErrorWords::sentence(batch.error()));
    });
}

void BatchSheet::answered(const RefundBatch &batch)
{
    batch_no_ = batch.batch_no;
    Q_EMIT requested(batch);
    if (!is_open())
        return;
    const bool waits = batch.approval == ApprovalState::Waiting;
    set_title(waits ? tr("Batch asked for") : tr("Batch approved"), text_of(batch.batch_no.text()));
    sentence_->setText(waits ? tr("It waits under Approvals. Nothing is paid before it is approved.")
                             : tr("It was within your limit: its refunds are carried out now."));
    for (QWidget *part : std::initializer_list<QWidget *>{form_, table_, total_, verdict_, primary_button()})
        part->hide();
    show_->show();
    set_footer_note({});
    set_close_text(tr("Close"));
    cancel_button()->setFocus(Qt::OtherFocusReason);
    result_->show_batch(batch.batch_no);
    fit();
}

}  // namespace aftercharge
