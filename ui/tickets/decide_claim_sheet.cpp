// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/decide_claim_sheet.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/typed_amount.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

bool gives(ClaimDecision decision)
{
    return decision == ClaimDecision::Refund || decision == ClaimDecision::PlatformCovers ||
           decision == ClaimDecision::Coupon;
}

}  // namespace

DecideClaimSheet::DecideClaimSheet(DeskContext &context, std::shared_ptr<const ClaimDossier> claim,
                                   const Format &format, QWidget *page)
    : GoodsSheet(context, format, 600, page), claim_(std::move(claim)), group_(new QButtonGroup(this)),
      amount_(new QLineEdit), reason_(text_field(QStringLiteral("reason"), 62))
{
    build();
    connect(amount_, &QLineEdit::textChanged, this, &DecideClaimSheet::show_state);
    connect(reason_, &QPlainTextEdit::textChanged, this, &DecideClaimSheet::show_state);
    connect(group_, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            show_state();
    });
    connect(this, &Sheet::accepted, this, &DecideClaimSheet::send);
    hold_money(claim_->claim.order_no);
    show_state();
}

void DecideClaimSheet::build()
{
    const Claim &claim = claim_->claim;
    const bool denied = claim.state == ClaimState::Denied;
    setObjectName(QStringLiteral("decideClaimSheet"));
    set_title(denied ? tr("Decide denied claim") : tr("Decide claim"), text_of(claim.claim_no.text()));
    set_footer_note(tr("The claim is closed with this decision, and the customer is told."));
    auto *words = new Banner(context_.themes);
    words->setObjectName(QStringLiteral("carrierWords"));
    const QString said = text_of(claim.carrier_words);
    if (denied)
        words->set_message(Tone::Bad, said.isEmpty() ? tr("The carrier denied the claim and gave no reason.")
                                                     : tr("The carrier denied the claim: “%1”").arg(said));
    else
        words->set_message(Tone::Ok, tr("The carrier approved %1; nothing was promised to the customer.")
                                         .arg(format().money(claim.approved.value_or(claim.amount))));
    content()->addWidget(words);
    add_words(
        tr("Parcel %1 · asked of the carrier: %2 · of its lines %3 remain")
            .arg(text_of(claim.shipment_no.text()), format().money(claim.amount), format().money(claim_->lines_worth)));
    const QString where = GoodsWords::where_paid(claim_->goods);
    if (!denied)
        add_choice(ClaimDecision::Refund, tr("Refund the customer to %1").arg(where));
    add_choice(ClaimDecision::PlatformCovers, tr("The platform covers it: refund to %1 at our cost").arg(where));
    add_choice(ClaimDecision::Coupon, tr("A coupon for the next order; no money goes back"));
    add_choice(ClaimDecision::Nothing, tr("Nothing: the customer is told why"));
    group_->buttons().constFirst()->setChecked(true);
    amount_->setObjectName(QStringLiteral("amount"));
    amount_->setAlignment(Qt::AlignRight);
    amount_->setText(QString::fromStdString(claim_->lines_worth.to_text()));
    amount_field_ = field(tr("Amount"), amount_);
    content()->addWidget(amount_field_);
    content()->addWidget(field(tr("Reason"), reason_));
    finish_body();
}

void DecideClaimSheet::add_choice(ClaimDecision decision, const QString &text)
{
    auto *radio = new QRadioButton(text);
    group_->addButton(radio, static_cast<int>(decision));
    content()->addWidget(radio);
}

void DecideClaimSheet::choose(ClaimDecision decision)
{
    if (QAbstractButton *button = group_->button(static_cast<int>(decision)))
        button->setChecked(true);
}

ClaimDecision DecideClaimSheet::decision() const
{
    return static_cast<ClaimDecision>(group_->checkedId());
}

std::optional<ClaimDecisionDraft> DecideClaimSheet::draft(QString *problem) const
{
    const auto no = [problem](const QString &sentence) {
        if (problem)
            *problem = sentence;
        return std::optional<ClaimDecisionDraft>();
    };
    ClaimDecisionDraft draft;
    draft.claim_no = claim_->claim.claim_no;
    draft.decision = decision();
    draft.by = context_.person.name;
    if (gives(draft.decision)) {
        const auto amount = typed_amount(amount_->text(), claim_->claim.amount.currency());
        if (!amount)
            return no(ErrorWords::sentence(amount.error()));
        if (!amount->is_positive())
            return no(tr("The amount must be above zero; to give nothing, choose Nothing."));
        if (amount->minor() > claim_->lines_worth.minor())
            return no(tr("This is more than what remains of the parcel's lines: %1.")
                          .arg(format().money(claim_->lines_worth)));
        draft.amount = *amount;
    }
    draft.reason = reason_->toPlainText().trimmed().toStdString();
    if (draft.reason.empty())
        return no(draft.amount ? tr("A reason is needed: it is kept with the decision.")
                               : tr("A reason is needed: the customer is told why."));
    QStringList basis{tr("Claim %1 · %2 · carrier: “%3”")
                          .arg(text_of(claim_->claim.claim_no.text()), EnumWords::claim_state(claim_->claim.state),
                               text_of(claim_->claim.carrier_words))};
    basis.append(tr("Of the parcel's lines %1 remain").arg(format().money(claim_->lines_worth)));
    if (draft.amount)
        basis.append(tr("%1: %2").arg(EnumWords::claim_decision(draft.decision), format().money(*draft.amount)));
    draft.basis = basis.join(u'\n').toStdString();
    return draft;
}

QString DecideClaimSheet::action_text(const ClaimDecisionDraft &draft, bool direct) const
{
    if (!draft.amount)
        return tr("Close the claim with nothing");
    const QString amount = format().money(*draft.amount);
    if (!direct)
        return tr("Ask for approval of %1").arg(amount);
    if (draft.decision == ClaimDecision::Coupon)
        return tr("Issue a coupon of %1").arg(amount);
    const QString where = GoodsWords::where_paid(claim_->goods);
    return draft.decision == ClaimDecision::Refund ? tr("Refund %1 to %2").arg(amount, where)
                                                   : tr("Cover %1 to %2").arg(amount, where);
}

QString DecideClaimSheet::direct_words(ClaimDecision decision) const
{
    return decision == ClaimDecision::Coupon ? tr("The coupon is issued at once.")
                                             : tr("It goes to %1 at once.").arg(GoodsWords::where_paid(claim_->goods));
}

void DecideClaimSheet::show_state()
{
    amount_field_->setVisible(gives(decision()));
    QString problem;
    const auto made = draft(&problem);
    if (!made) {
        set_primary(tr("Decide claim"));
        return show_refusal(problem);
    }
    const bool direct = !made->amount || within_limit(*made->amount, claim_->goods.refunds);
    set_primary(action_text(*made, direct), !made->amount);
    if (made->amount)
        return show_limit(*made->amount, direct, direct_words(made->decision));
    strip()->set_message(Tone::Info, tr("No money moves. The customer is told the reason."));
    strip()->show();
    set_primary_enabled(true);
    refit();
}

void DecideClaimSheet::send()
{
    const auto made = draft();
    if (!made)
        return;
    set_busy(true);
    context_.goods.decide_claim(*made).then(this, [this](const Result<Claim> &claim) {
        if (!claim)
            return refuse_with(claim.error());
        Q_EMIT finished(
            tr("Claim %1: %2").arg(text_of(claim->claim_no.text()), EnumWords::claim_decision(claim->decision)));
    });
}

}  // namespace aftercharge
