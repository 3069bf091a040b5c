// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/refund_sheet.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "models/workflow/refund_bounds.h"
#include "ui/common/banner.h"
#include "ui/common/data_table.h"
#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/filter_chip.h"
#include "ui/common/finding_words.h"
#include "ui/common/flow_layout.h"
#include "ui/common/labels.h"
#include "ui/tickets/cell_table_model.h"
#include "ui/tickets/ticket_words.h"
#include "ui/tickets/typed_amount.h"

namespace aftercharge {

namespace {

constexpr int header_height = 28;
constexpr int most_rows_shown = 6;

}  // namespace

RefundSheet::RefundSheet(DeskContext &context, std::shared_ptr<const TicketDossier> dossier, const Format &format,
                         RefundKind kind, QWidget *page)
    : TicketSheet(context, page), dossier_(std::move(dossier)), format_(format), kind_(kind),
      health_(health_of(dossier_->order->readings)), group_(new QButtonGroup(this)),
      table_(new DataTable(context.themes)), amount_(new QLineEdit), reason_(new QComboBox), note_(new QLineEdit),
      told_(make_label(LabelRole::Muted, {}))
{
    lines_ = new CellTableModel({tr("Item"), tr("Paid"), tr("Refunded"),
                                 kind == RefundKind::Refund ? tr("This refund") : tr("This adjustment"), tr("Remains")},
                                this);
    if (auto made = empty_refund_plan(*dossier_->order))
        empty_ = std::move(*made);
    build();
    connect(this, &Sheet::accepted, this, &RefundSheet::send);
    hold_money(dossier_->order->order.order_no);
}

void RefundSheet::build()
{
    setObjectName(QStringLiteral("refundSheet"));
    set_width(620);
    set_title(kind_ == RefundKind::Refund ? tr("Refund") : tr("Adjust balance"),
              QString::fromStdString(dossier_->ticket.ticket_no.text()));
    set_footer_note(tr("The computation is kept with the decision."));
    auto *place = make_label(LabelRole::Muted, place_text());
    place->setWordWrap(true);
    body()->addWidget(place);
    build_proposals();
    build_table();
    build_fields();
    told_->setWordWrap(true);
    body()->addWidget(told_);
    finish_body();
    strip()->show();
    const RefundBasis first = proposal(RefundBasis::MeterExcess)   ? RefundBasis::MeterExcess
                              : proposal(RefundBasis::PhantomTime) ? RefundBasis::PhantomTime
                                                                   : RefundBasis::OwnAmount;
    choose(first);
}

QString RefundSheet::place_text() const
{
    QString text = tr("Order %1").arg(QString::fromStdString(dossier_->order->order.order_no.text()));
    const auto &fast = health_.find(HealthFlag::MeterFast);
    const auto &section = fast ? fast : health_.find(HealthFlag::Phantom);
    if (section)
        text += tr(" · disputed %1 – %2 (%3)")
                    .arg(format_.time(section->from), format_.time(section->to), format_.zone_name());
    return text + tr(" · back to the platform balance");
}

void RefundSheet::build_proposals()
{
    if (auto excess = plan_meter_excess(empty_, *dossier_->order, health_))
        proposals_.push_back(std::move(*excess));
    if (auto phantom = plan_phantom_time(empty_, *dossier_->order, health_))
        proposals_.push_back(std::move(*phantom));
    if (empty_.remains.is_positive()) {
        if (auto whole = plan_amount(empty_, empty_.remains, RefundBasis::WholeRest))
            proposals_.push_back(std::move(*whole));
    }
    auto *box = new QWidget;
    auto *flow = new FlowLayout(6, box);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const RefundPlan &made : proposals_) {
        const QString amount = format_.money(made.now);
        switch (made.basis) {
        case RefundBasis::MeterExcess:
            add_proposal(made.basis, tr("Meter's excess %1").arg(amount));
            break;
        case RefundBasis::PhantomTime:
            add_proposal(made.basis, tr("Time without energy %1").arg(amount));
            break;
        default:
            add_proposal(made.basis, empty_.refunded.is_positive() ? tr("All that is left %1").arg(amount)
                                                                   : tr("Whole fee %1").arg(amount));
        }
    }
    add_proposal(RefundBasis::OwnAmount, tr("Another amount"));
    for (QAbstractButton *chip : group_->buttons())
        flow->addWidget(chip);
    connect(group_, &QButtonGroup::idClicked, this, [this](int id) {
        choose(static_cast<RefundBasis>(id));
        if (static_cast<RefundBasis>(id) == RefundBasis::OwnAmount)
            amount_->setFocus();
    });
    body()->addWidget(box);
}

void RefundSheet::add_proposal(RefundBasis basis, const QString &text)
{
    group_->addButton(new FilterChip(context_.themes, text), static_cast<int>(basis));
}

void RefundSheet::build_table()
{
    table_->setModel(lines_);
    table_->set_columns({{CellKind::Text, 260, 190, 1},
                         {CellKind::Number, 78, 64},
                         {CellKind::Number, 78, 64},
                         {CellKind::Money, 112, 108},
                         {CellKind::Number, 78, 64}});
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setFocusPolicy(Qt::NoFocus);
    table_->setAccessibleName(tr("How the amount comes about"));
    const int rows = std::min(static_cast<int>(empty_.items.size()) + 1, most_rows_shown);
    table_->setMinimumHeight(0);
    table_->setFixedHeight(header_height + rows * Space::row + 2);
    body()->addWidget(table_);
}

void RefundSheet::build_fields()
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::m);
    grid->setVerticalSpacing(Space::s);
    amount_->setObjectName(QStringLiteral("amount"));
    amount_->setAlignment(Qt::AlignRight);
    grid->addWidget(
        field(kind_ == RefundKind::Refund ? tr("Amount of this refund") : tr("Amount of this adjustment"), amount_), 0,
        0);
    for (const ReasonCode code : {ReasonCode::Fault, ReasonCode::MeterFast, ReasonCode::Phantom,
                                  ReasonCode::CustomerRequest, ReasonCode::Goodwill})
        reason_->addItem(EnumWords::reason_code(code), static_cast<int>(code));
    reason_->setObjectName(QStringLiteral("reason"));
    grid->addWidget(field(tr("Reason"), reason_), 0, 1);
    note_->setObjectName(QStringLiteral("note"));
    note_->setMaxLength(500);
    note_->setPlaceholderText(tr("For colleagues; the customer does not see it"));
    grid->addWidget(field(tr("Note"), note_), 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body()->addLayout(grid);
    connect(amount_, &QLineEdit::textChanged, this, &RefundSheet::amount_edited);
}

const RefundPlan *RefundSheet::proposal(RefundBasis basis) const
{
    const auto found = std::find_if(proposals_.begin(), proposals_.end(),
                                    [basis](const RefundPlan &plan) { return plan.basis == basis; });
    return found == proposals_.end() ? nullptr : &*found;
}

void RefundSheet::choose(RefundBasis basis)
{
    if (QAbstractButton *chip = group_->button(static_cast<int>(basis)))
        chip->setChecked(true);
    const RefundPlan *made = proposal(basis);
    if (!made) {
        amount_edited();
        return;
    }
    const ReasonCode code = basis == RefundBasis::MeterExcess   ? ReasonCode::MeterFast
                            : basis == RefundBasis::PhantomTime ? ReasonCode::Phantom
                                                                : ReasonCode::CustomerRequest;
    reason_->setCurrentIndex(reason_->findData(static_cast<int>(code)));
    setting_ = true;
    amount_->setText(QString::fromStdString(made->now.to_text()));
    setting_ = false;
    take(*made);
}

void RefundSheet::focus_choice()
{
    if (QAbstractButton *chip = group_->checkedButton())
        chip->setFocus(Qt::OtherFocusReason);
}

void RefundSheet::amount_edited()
{
    if (setting_)
        return;
    group_->button(static_cast<int>(RefundBasis::OwnAmount))->setChecked(true);
    const auto amount = typed_amount(amount_->text(), empty_.paid.currency());
    if (!amount) {
        take(pass_on(amount));
        return;
    }
    take(plan_amount(empty_, *amount));
}

void RefundSheet::take(const Result<RefundPlan> &plan)
{
    plan_.reset();
    if (plan)
        plan_ = *plan;
    show_lines(plan ? *plan : empty_, plan.has_value());
    if (!is_settled())
        show_refusal(tr("The order is not settled yet: nothing has been paid that could go back."));
    else if (!empty_.remains.is_positive())
        show_refusal(tr("Nothing of this order is left: everything paid has gone back or is on its way."));
    else if (plan)
        show_verdict();
    else if (amount_->text().trimmed().isEmpty())
        show_refusal(tr("Choose a proposal or write an amount."));
    else if (plan.error().code == ErrorCode::RefundExceedsPaid)
        show_refusal(tr("This is more than what is left of the payment: %1.").arg(format_.money(empty_.remains)));
    else
        show_refusal(ErrorWords::sentence(plan.error()));
}

bool RefundSheet::is_settled() const
{
    const OrderState state = dossier_->order->order.state;
    return state == OrderState::Payed || state == OrderState::AfterSales;
}

void RefundSheet::show_lines(const RefundPlan &plan, bool valid)
{
    QList<CellRow> rows;
    const auto now = [&](const Money &amount) { return valid ? format_.money(amount) : QStringLiteral("—"); };
    for (const RefundPlanItem &item : plan.items) {
        rows.append({Cell{.text = TicketWords::item(item, format_)}, Cell{.text = format_.money(item.paid)},
                     Cell{.text = format_.money(item.refunded)}, Cell{.text = now(item.now), .strong = true},
                     Cell{.text = format_.money(item.remains)}});
    }
    rows.append({Cell{.text = tr("Total"), .strong = true}, Cell{.text = format_.money(plan.paid)},
                 Cell{.text = format_.money(plan.refunded)}, Cell{.text = now(plan.now), .strong = true},
                 Cell{.text = format_.money(plan.remains)}});
    lines_->set_rows(rows);
}

bool RefundSheet::within_limit(const Money &amount) const
{
    const auto &limit = context_.person.approval_limit;
    if (!limit)
        return false;
    // The limit holds for all that the person grants alone on this order, as the engine counts it.
    const auto granted = granted_alone(dossier_->order->refunds, context_.person.name, limit->currency());
    const auto together = granted ? add(amount, *granted) : granted;
    const auto against = together ? compare(*together, *limit) : Result<std::strong_ordering>(pass_on(together));
    return against && *against <= 0;
}

QString RefundSheet::action_text(const Money &amount, bool direct) const
{
    const QString shown = format_.money(amount);
    if (!direct)
        return tr("Ask for approval of %1").arg(shown);
    return kind_ == RefundKind::Refund ? tr("Refund %1 to balance").arg(shown) : tr("Adjust balance by %1").arg(shown);
}

QString RefundSheet::told(const Money &amount) const
{
    Notice notice;
    notice.kind = kind_ == RefundKind::Refund ? NoticeKind::RefundDone : NoticeKind::AdjustmentDone;
    notice.values = {{"amount", amount.to_text()}, {"currency", std::string(amount.currency().code())}};
    return tr("The customer will be told: “%1”").arg(TicketWords::notice(notice, format_));
}

void RefundSheet::show_verdict()
{
    const Money amount = plan_->now;
    const bool direct = within_limit(amount);
    const auto &limit = context_.person.approval_limit;
    if (direct) {
        strip()->set_message(Tone::Ok, tr("Within your limit of %1: posted at once, the order becomes “%2”.")
                                           .arg(format_.money(*limit), EnumWords::order_state(OrderState::AfterSales)));
    } else if (limit) {
        strip()->set_message(Tone::Warn, tr("Above your limit of %1: it waits for approval by somebody with a limit of "
                                            "at least %2.")
                                             .arg(format_.money(*limit), format_.money(amount)));
    } else {
        strip()->set_message(Tone::Warn, tr("You have no limit of your own: it waits for approval by somebody with a "
                                            "limit of at least %1.")
                                             .arg(format_.money(amount)));
    }
    told_->setText(told(amount));
    set_primary(action_text(amount, direct));
    set_primary_enabled(true);
    fit();
}

void RefundSheet::show_refusal(const QString &sentence)
{
    strip()->set_message(Tone::Bad, sentence);
    told_->setText(tr("The customer is told when the money is there."));
    set_primary(kind_ == RefundKind::Refund ? tr("Refund to balance") : tr("Adjust balance"));
    set_primary_enabled(false);
    fit();
}

QString RefundSheet::basis_text() const
{
    QStringList text{place_text()};
    if (plan_ && plan_->finding)
        text.append(FindingWords::sentence(*plan_->finding, format_) +
                    tr(": register %1 Wh, V·I·t %2 Wh")
                        .arg(format_.number(plan_->finding->measured.value()),
                             format_.number(plan_->finding->expected.value())));
    // Fields apart by tabs, as the approver's view sets them in columns.
    QStringList head;
    for (int column = 0; column < lines_->columnCount(); ++column)
        head.append(lines_->headerData(column, Qt::Horizontal).toString());
    text.append(head.join(u'\t'));
    for (int row = 0; row < lines_->rowCount(); ++row) {
        QStringList fields;
        for (int column = 0; column < lines_->columnCount(); ++column)
            fields.append(lines_->cell(row, column).text);
        text.append(fields.join(u'\t'));
    }
    return text.join(u'\n');
}

void RefundSheet::send()
{
    if (!plan_)
        return;
    set_busy(true);
    RefundDraft draft;
    draft.kind = kind_;
    draft.order_no = dossier_->order->order.order_no;
    draft.ticket_no = dossier_->ticket.ticket_no;
    draft.amount = plan_->now;
    draft.reason_code = static_cast<ReasonCode>(reason_->currentData().toInt());
    draft.note = note_->text().trimmed().toStdString();
    draft.basis = basis_text().toStdString();
    draft.requested_by = context_.person.name;
    context_.desk.request_refund(draft).then(this, [this](const Result<Refund> &refund) {
        if (refund) {
            Q_EMIT decided(*refund);
            return;
        }
        refuse(ErrorWords::sentence(refund.error()));
        Q_EMIT outdated(refund.error());
    });
}

}  // namespace aftercharge
