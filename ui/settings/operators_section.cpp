// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/operators_section.h"

#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/settings/operator_sheets.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QStandardItem *item(const QString &text, bool muted = false)
{
    auto *made = new QStandardItem(text);
    made->setData(muted, CellRole::muted);
    return made;
}

}  // namespace

OperatorsSection::OperatorsSection(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    build();
    make_sheets();
    read();
    connect(&context.feed, &LiveFeed::rowsChanged, this, [this](const QList<Changed> &rows) {
        if (std::any_of(rows.begin(), rows.end(),
                        [](const Changed &row) { return row.table == ChangedTable::Registry; }))
            read();
    });
    connect(&context.feed, &LiveFeed::resynchronised, this, &OperatorsSection::read);
}

void OperatorsSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(context_.themes, this);
    card->set_title(tr("Operators and limits"));
    limit_ = new Button(context_.themes, ButtonRole::Secondary, tr("Set limit…"), card);
    limit_->setObjectName(QStringLiteral("set_limit"));
    disable_ = new Button(context_.themes, ButtonRole::Danger, tr("Disable…"), card);
    disable_->setObjectName(QStringLiteral("disable"));
    add_ = new Button(context_.themes, ButtonRole::Primary, tr("Add operator…"), card);
    add_->setObjectName(QStringLiteral("add_operator"));
    for (Button *button : {disable_, limit_, add_})
        card->add_action(button);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    note_ = new Banner(context_.themes, card);
    strip->addWidget(note_);
    card->body()->addLayout(strip);
    table_ = new DataTable(context_.themes, card);
    table_->setAccessibleName(tr("Operators and limits"));
    model_.setHorizontalHeaderLabels(
        {tr("Name"), tr("Login"), tr("Role"), tr("May approve up to"), tr("State"), tr("Since")});
    table_->setModel(&model_);
    table_->set_columns({{CellKind::Text, 160, 100, 1},
                         {CellKind::Id, 120, 80},
                         {CellKind::Text, 120, 90},
                         {CellKind::Money, 130, 100},
                         {CellKind::Chip, 110, 90},
                         {CellKind::Text, 110, 90}});
    empty_ = new EmptyState(context_.themes, IconName::User, tr("No operators yet"), {});
    table_->set_placeholder(empty_);
    card->body()->addWidget(table_, 1);
    column->addWidget(card, 1);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OperatorsSection::dress_buttons);
}

void OperatorsSection::make_sheets()
{
    add_sheet_ = new AddOperatorSheet(context_, this);
    limit_sheet_ = new LimitSheet(context_, this);
    disable_sheet_ = new DisableSheet(context_, this);
    connect(add_, &QPushButton::clicked, add_sheet_, &AddOperatorSheet::ask);
    connect(limit_, &QPushButton::clicked, this, [this] {
        if (const Operator *person = chosen())
            limit_sheet_->ask(*person);
    });
    connect(disable_, &QPushButton::clicked, this, [this] {
        if (const Operator *person = chosen())
            disable_sheet_->ask(*person);
    });
    for (OperatorSheet *sheet : {static_cast<OperatorSheet *>(add_sheet_), static_cast<OperatorSheet *>(limit_sheet_),
                                 static_cast<OperatorSheet *>(disable_sheet_)}) {
        connect(sheet, &OperatorSheet::done, this, [this](const QString &sentence) {
            Q_EMIT toast(sentence);
            read();
        });
    }
}

void OperatorsSection::read()
{
    context_.desk.operators().then(this, [this](const Result<std::vector<Operator>> &people) {
        if (people)
            show_people(*people);
        else
            empty_->set_content(IconName::Warning, tr("This could not be read"), ErrorWords::sentence(people.error()));
    });
}

void OperatorsSection::show_people(const std::vector<Operator> &people)
{
    const int before = std::max(0, table_->currentIndex().row());
    model_.removeRows(0, model_.rowCount());
    people_ = people;
    for (const Operator &person : people_) {
        const bool self = person.name == context_.person.name;
        const QString name = person.display_name.empty() ? text_of(person.name.text()) : text_of(person.display_name);
        auto *state = item(person.disabled ? tr("Disabled") : tr("Active"));
        state->setData(static_cast<int>(person.disabled ? Tone::Neutral : Tone::Ok), CellRole::tone);
        state->setData(static_cast<int>(person.disabled ? ChipShape::Ring : ChipShape::Dot), CellRole::chip_shape);
        model_.appendRow({item(self ? tr("%1 (you)").arg(name) : name, person.disabled),
                          item(text_of(person.name.text()), person.disabled),
                          item(EnumWords::role(person.role), person.disabled),
                          item(person.approval_limit ? context_.format.money(*person.approval_limit) : tr("nothing"),
                               person.disabled),
                          state, item(context_.format.date(person.created_at), true)});
    }
    if (!people_.empty())
        table_->selectRow(std::min(before, model_.rowCount() - 1));
    dress_buttons();
}

const Operator *OperatorsSection::chosen() const
{
    const int row = table_->currentIndex().row();
    return row >= 0 && row < static_cast<int>(people_.size()) ? &people_[static_cast<std::size_t>(row)] : nullptr;
}

void OperatorsSection::dress_buttons()
{
    const bool administrator = context_.person.role == Role::Administrator;
    const Operator *person = chosen();
    const bool other = person && person->name != context_.person.name;
    add_->setEnabled(administrator);
    limit_->setEnabled(administrator && other && !person->disabled);
    disable_->setEnabled(administrator && other && !person->disabled);
    if (!administrator)
        note_->set_message(Tone::Info, tr("Only an administrator adds operators, sets limits and disables."));
    else if (person && !other)
        note_->set_message(Tone::Info,
                           tr("Nobody changes his own limit or disables himself. Another administrator can."));
    else
        note_->set_message(Tone::Info, tr("Each change is in the audit chain under your name."));
}

}  // namespace aftercharge
