// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/operator_sheets.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"

namespace aftercharge {

namespace {

constexpr int panel_width = 460;
constexpr int shortest_password = 8;  // bytes

QString name_of(const Operator &person)
{
    return QString::fromStdString(person.display_name.empty() ? person.name.text() : person.display_name);
}

}  // namespace

OperatorSheet::OperatorSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), trouble_(new Banner(context.themes, this))
{
    body()->addWidget(trouble_);
    trouble_->hide();
    set_panel_width(panel_width);
}

QLineEdit *OperatorSheet::add_field(const QString &caption, const QString &hint)
{
    auto *block = new QVBoxLayout;
    block->setSpacing(3);
    auto *label = make_label(LabelRole::Caption, caption, this);
    auto *field = new QLineEdit(this);
    field->setAccessibleName(caption);
    field->setPlaceholderText(hint);
    label->setBuddy(field);
    block->addWidget(label);
    block->addWidget(field);
    body()->addLayout(block);
    return field;
}

Result<std::optional<Money>> OperatorSheet::limit_of(const QLineEdit &field) const
{
    const std::string text = field.text().trimmed().toStdString();
    if (text.empty())
        return std::optional<Money>{};
    const auto money = Money::from_text(text, context_.network.currency);
    if (!money)
        return pass_on(money);
    if (money->is_negative())
        return fail(ErrorCode::MoneyNotPositive, text);
    return std::optional(*money);
}

void OperatorSheet::say(const Error &error)
{
    QString sentence = ErrorWords::sentence(error);
    if (error.code == ErrorCode::OperatorExists)
        sentence = tr("There is an operator with this login already.");
    if (error.code == ErrorCode::IdInvalid)
        sentence = tr("A login has 1 to 64 letters, digits or signs, without spaces.");
    trouble_->set_message(Tone::Bad, sentence);
    trouble_->show();
    set_panel_width(panel_width);
}

void OperatorSheet::say_nothing()
{
    trouble_->hide();
    set_busy(false);
}

AddOperatorSheet::AddOperatorSheet(DeskContext &context, QWidget *page) : OperatorSheet(context, page)
{
    set_title(tr("Add operator"));
    login_ = add_field(tr("Login"), QStringLiteral("wang.jing"));
    name_ = add_field(tr("Name"), QString());
    auto *block = new QVBoxLayout;
    block->setSpacing(3);
    auto *caption = make_label(LabelRole::Caption, tr("Role"), this);
    role_ = new QComboBox(this);
    role_->setAccessibleName(tr("Role"));
    for (const Role role : {Role::Agent, Role::Ops, Role::Supervisor, Role::Administrator})
        role_->addItem(EnumWords::role(role), static_cast<int>(role));
    caption->setBuddy(role_);
    block->addWidget(caption);
    block->addWidget(role_);
    body()->addLayout(block);
    limit_ = add_field(tr("May approve up to (%1)").arg(Format::currency_sign(context.network.currency).trimmed()),
                       tr("empty: nothing"));
    if (context.desk.has_logins()) {
        password_ = add_field(tr("First password"), tr("at least 8 characters"));
        password_->setEchoMode(QLineEdit::Password);
        connect(password_, &QLineEdit::textChanged, this, &AddOperatorSheet::dress);
    }
    set_footer_note(tr("Entered in the audit chain."));
    set_primary(tr("Add"));
    connect(login_, &QLineEdit::textChanged, this, &AddOperatorSheet::dress);
    connect(this, &Sheet::accepted, this, &AddOperatorSheet::add);
}

void AddOperatorSheet::dress()
{
    const bool has_password = !password_ || password_->text().toUtf8().size() >= shortest_password;
    set_primary_enabled(!login_->text().trimmed().isEmpty() && has_password);
}

void AddOperatorSheet::ask()
{
    if (password_)
        password_->clear();
    for (QLineEdit *field : {login_, name_, limit_})
        field->clear();
    role_->setCurrentIndex(0);
    set_primary_enabled(false);
    say_nothing();
    open();
}

void AddOperatorSheet::add()
{
    const auto name = OperatorName::from_text(login_->text().trimmed().toStdString());
    const auto limit = limit_of(*limit_);
    if (!name || !limit) {
        say(name ? limit.error() : name.error());
        return;
    }
    Operator person;
    person.name = *name;
    person.display_name = name_->text().trimmed().toStdString();
    person.role = static_cast<Role>(role_->currentData().toInt());
    person.approval_limit = *limit;
    set_busy(true);
    auto added = password_ ? context_.desk.add_operator_with_password(person, password_->text().toStdString())
                           : context_.desk.add_operator(person);
    added.then(this, [this, person](const Result<void> &result) {
        set_busy(false);
        if (!result) {
            say(result.error());
            return;
        }
        close_sheet();
        Q_EMIT done(tr("%1 added.").arg(name_of(person)));
    });
}

LimitSheet::LimitSheet(DeskContext &context, QWidget *page) : OperatorSheet(context, page)
{
    sentence_ = make_label(LabelRole::Body, {}, this);
    sentence_->setWordWrap(true);
    body()->addWidget(sentence_);
    limit_ = add_field(tr("May approve up to (%1)").arg(Format::currency_sign(context.network.currency).trimmed()),
                       tr("empty: nothing"));
    set_footer_note(tr("Holds from the next decision on."));
    connect(limit_, &QLineEdit::textChanged, this, &LimitSheet::dress);
    connect(this, &Sheet::accepted, this, &LimitSheet::set);
}

void LimitSheet::ask(const Operator &person)
{
    person_ = person;
    set_title(tr("Set limit"), name_of(person));
    sentence_->setText(tr("What %1 asks for up to this amount needs no second person, and he may approve others' "
                          "requests up to it.")
                           .arg(name_of(person)));
    limit_->setText(person.approval_limit ? QString::fromStdString(person.approval_limit->to_text()) : QString());
    say_nothing();
    dress();
    open();
    limit_->selectAll();
}

void LimitSheet::dress()
{
    const auto limit = limit_of(*limit_);
    limit_->setProperty("invalid", !limit);
    set_primary_enabled(limit.has_value());
    set_primary(limit && *limit ? tr("Set limit to %1").arg(context_.format.money(**limit))
                                : tr("Take the limit away"));
}

void LimitSheet::set()
{
    const auto limit = limit_of(*limit_);
    if (!limit) {
        say(limit.error());
        return;
    }
    set_busy(true);
    context_.desk.set_operator_limit(person_.name, *limit).then(this, [this](const Result<Operator> &result) {
        set_busy(false);
        if (!result) {
            say(result.error());
            return;
        }
        close_sheet();
        Q_EMIT done(
            result->approval_limit
                ? tr("%1 may approve up to %2.").arg(name_of(*result), context_.format.money(*result->approval_limit))
                : tr("%1 may approve nothing.").arg(name_of(*result)));
    });
}

DisableSheet::DisableSheet(DeskContext &context, QWidget *page) : OperatorSheet(context, page)
{
    sentence_ = make_label(LabelRole::Body, {}, this);
    sentence_->setWordWrap(true);
    body()->addWidget(sentence_);
    set_footer_note(tr("What he did stays in the audit chain."));
    connect(this, &Sheet::accepted, this, &DisableSheet::disable);
}

void DisableSheet::ask(const Operator &person)
{
    person_ = person;
    set_title(tr("Disable operator"), QString::fromStdString(person.name.text()));
    sentence_->setText(tr("%1 can do nothing any more from the next action on. Tickets assigned to him stay his until "
                          "somebody takes them.")
                           .arg(name_of(person)));
    set_primary(tr("Disable %1").arg(name_of(person)), true);
    set_primary_enabled(true);
    say_nothing();
    open();
}

void DisableSheet::disable()
{
    set_busy(true);
    context_.desk.disable_operator(person_.name).then(this, [this](const Result<Operator> &result) {
        set_busy(false);
        if (!result) {
            say(result.error());
            return;
        }
        close_sheet();
        Q_EMIT done(tr("%1 is disabled.").arg(name_of(*result)));
    });
}

}  // namespace aftercharge
