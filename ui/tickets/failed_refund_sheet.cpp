// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/failed_refund_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

namespace {

// Shorter is no reference that anybody could look up.
constexpr qsizetype least_proof = 4;

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

FailedRefundSheet::FailedRefundSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods,
                                     const Refund &refund, const Format &format, QWidget *page)
    : GoodsSheet(context, format, 600, page), goods_(std::move(goods)), refund_(refund), retry_(new QRadioButton),
      by_hand_(new QRadioButton(tr("Settle by hand: the money was paid outside of the gateway"))), proof_(new QLineEdit)
{
    build();
    connect(retry_, &QRadioButton::toggled, this, &FailedRefundSheet::show_state);
    connect(proof_, &QLineEdit::textChanged, this, &FailedRefundSheet::show_state);
    connect(this, &Sheet::accepted, this, &FailedRefundSheet::send);
    hold_money(refund_.order_no);
    show_state();
}

void FailedRefundSheet::build()
{
    const QString where = GoodsWords::where_paid(*goods_);
    setObjectName(QStringLiteral("failedRefundSheet"));
    set_title(tr("Refund did not go through"), text_of(refund_.refund_no.text()));
    set_footer_note(tr("Either way it is a numbered decision of its own."));
    add_words(tr("%1 of order %2 · %3")
                  .arg(format().money(refund_.amount), text_of(refund_.order_no.text()),
                       EnumWords::refund_status(refund_.status)));
    auto *why = new Banner(context_.themes);
    why->setObjectName(QStringLiteral("failure"));
    why->set_message(Tone::Bad, GoodsWords::failure(refund_, where));
    content()->addWidget(why);
    if (!refund_.gateway_words.empty()) {
        auto *words = add_words(tr("%1: “%2”").arg(where, text_of(refund_.gateway_words)));
        words->setObjectName(QStringLiteral("gatewayWords"));
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    retry_->setText(refund_.repairable ? tr("Retry: %1 repairs it under the same number").arg(where)
                                       : tr("Retry: the same units and amount under a new number"));
    retry_->setChecked(true);
    content()->addWidget(retry_);
    content()->addWidget(by_hand_);
    by_hand_->setEnabled(!refund_.repairable);
    proof_->setObjectName(QStringLiteral("proof"));
    proof_->setMaxLength(300);
    proof_->setPlaceholderText(tr("For example the bank's reference of the transfer"));
    proof_field_ = field(tr("Proof"), proof_);
    content()->addWidget(proof_field_);
    finish_body();
}

void FailedRefundSheet::show_state()
{
    const QString amount = format().money(refund_.amount);
    const bool retry = retry_->isChecked();
    proof_field_->setVisible(!retry);
    if (!retry && proof_->text().trimmed().size() < least_proof) {
        set_primary(tr("Record as paid by hand"));
        return show_refusal(tr("A proof is needed: how was it paid, and where can that be looked up?"));
    }
    if (retry && refund_.repairable) {
        set_primary(tr("Have %1 repaired").arg(amount));
        strip()->set_message(Tone::Info, tr("It was approved already; nothing new is promised."));
        strip()->show();
        set_primary_enabled(true);
        return refit();
    }
    const bool direct = within_limit(refund_.amount, goods_->refunds);
    if (!direct)
        set_primary(tr("Ask for approval of %1").arg(amount));
    else if (retry)
        set_primary(tr("Refund %1 to %2 again").arg(amount, GoodsWords::where_paid(*goods_)));
    else
        set_primary(tr("Record %1 as paid by hand").arg(amount));
    show_limit(refund_.amount, direct,
               retry ? tr("It goes to %1 at once.").arg(GoodsWords::where_paid(*goods_))
                     : tr("It is booked at once against cash, with your proof."));
}

void FailedRefundSheet::send()
{
    set_busy(true);
    const bool retry = retry_->isChecked();
    const auto answer = [this, retry](const Result<Refund> &refund) {
        if (!refund)
            return refuse_with(refund.error());
        const QString number = text_of(refund->refund_no.text());
        const QString amount = format().money(refund->amount);
        if (refund->approval == ApprovalState::Waiting)
            Q_EMIT finished(tr("%1 of %2 waits for approval").arg(number, amount));
        else
            Q_EMIT finished(retry ? tr("%1: %2 is being refunded").arg(number, amount)
                                  : tr("%1: %2 recorded as paid by hand").arg(number, amount));
    };
    if (retry)
        context_.goods.retry_refund(refund_.refund_no).then(this, answer);
    else
        context_.goods.settle_by_hand(refund_.refund_no, proof_->text().trimmed().toStdString()).then(this, answer);
}

}  // namespace aftercharge
