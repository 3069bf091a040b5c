// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/batch_form.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

#include "ui/common/enum_words.h"
#include "ui/common/filter_chip.h"
#include "ui/common/flow_layout.h"
#include "ui/common/labels.h"
#include "ui/tickets/typed_amount.h"

namespace aftercharge {

namespace {

constexpr int whole = 1000;

QWidget *field(QLabel *label, QWidget *widget)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::xs);
    label->setBuddy(widget);
    column->addWidget(label);
    column->addWidget(widget);
    widget->setAccessibleName(label->text());
    return box;
}

}  // namespace

std::optional<int> permille_from_text(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{1,3})(?:[.,](\\d))?\\s*[%％]?\\s*$"));
    const auto match = pattern.match(text);
    const int permille = match.captured(1).toInt() * 10 + match.captured(2).toInt();
    return match.hasMatch() && permille >= 1 && permille <= whole ? std::optional(permille) : std::nullopt;
}

BatchForm::BatchForm(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), shares_(new QButtonGroup(this)),
      caption_(make_label(LabelRole::Caption, tr("Share"))), value_(new QLineEdit), reason_(new QComboBox),
      note_(new QLineEdit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::m);
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(6, chips);
    flow->setContentsMargins(0, 0, 0, 0);
    const std::pair<BatchShare, QString> shares[] = {{BatchShare::WholeFee, tr("Whole fee")},
                                                     {BatchShare::ShareOfFee, tr("A share in %")},
                                                     {BatchShare::FixedAmount, tr("The same amount each")}};
    for (const auto &[share, text] : shares) {
        auto *chip = new FilterChip(context_.themes, text, chips);
        shares_->addButton(chip, static_cast<int>(share));
        flow->addWidget(chip);
    }
    column->addWidget(chips);
    value_->setObjectName(QStringLiteral("value"));
    value_->setAlignment(Qt::AlignRight);
    for (const ReasonCode code : {ReasonCode::Fault, ReasonCode::MeterFast, ReasonCode::Phantom,
                                  ReasonCode::CustomerRequest, ReasonCode::Goodwill})
        reason_->addItem(EnumWords::reason_code(code), static_cast<int>(code));
    reason_->setObjectName(QStringLiteral("reason"));
    note_->setObjectName(QStringLiteral("note"));
    note_->setMaxLength(500);
    note_->setPlaceholderText(tr("What happened, for colleagues and for who approves it"));
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::m);
    grid->addWidget(field(caption_, value_), 0, 0);
    grid->addWidget(field(make_label(LabelRole::Caption, tr("Reason")), reason_), 0, 1);
    grid->addWidget(field(make_label(LabelRole::Caption, tr("Note")), note_), 0, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 5);
    column->addLayout(grid);
    connect(shares_, &QButtonGroup::idClicked, this, [this] {
        dress_value();
        Q_EMIT chosen();
        if (value_->isEnabled())
            value_->setFocus(Qt::OtherFocusReason);
    });
    connect(value_, &QLineEdit::textChanged, this, &BatchForm::typed);
    reset();
}

void BatchForm::reset()
{
    shares_->button(static_cast<int>(BatchShare::WholeFee))->setChecked(true);
    reason_->setCurrentIndex(0);
    note_->clear();
    dress_value();
}

void BatchForm::choose(BatchShare share)
{
    shares_->button(static_cast<int>(share))->click();
}

BatchShare BatchForm::share() const
{
    return static_cast<BatchShare>(shares_->checkedId());
}

void BatchForm::dress_value()
{
    const QSignalBlocker quiet(value_);
    value_->clear();
    const bool whole_fee = share() == BatchShare::WholeFee;
    value_->setEnabled(!whole_fee);
    const QString caption = share() == BatchShare::FixedAmount
                                ? tr("Amount each, %1").arg(Format::currency_sign(context_.network.currency))
                                : tr("Share, %");
    caption_->setText(caption);
    value_->setAccessibleName(caption);
    value_->setPlaceholderText(whole_fee ? tr("all that is left") : QString());
}

Result<BatchDraft> BatchForm::draft() const
{
    BatchDraft draft;
    draft.share = share();
    draft.reason_code = static_cast<ReasonCode>(reason_->currentData().toInt());
    draft.note = note_->text().trimmed().toStdString();
    if (draft.share == BatchShare::ShareOfFee) {
        const auto permille = permille_from_text(value_->text());
        if (!permille)
            return fail(ErrorCode::InputInvalid);
        draft.permille = *permille;
    } else if (draft.share == BatchShare::FixedAmount) {
        const auto each = typed_amount(value_->text(), context_.network.currency);
        if (!each)
            return pass_on(each);
        if (!each->is_positive())
            return fail(ErrorCode::MoneyNotPositive);
        draft.each = *each;
    }
    return draft;
}

QString BatchForm::refusal() const
{
    return share() == BatchShare::ShareOfFee ? tr("Write a share from 0.1 to 100 %.")
                                             : tr("Write the amount that each session gets back.");
}

}  // namespace aftercharge
