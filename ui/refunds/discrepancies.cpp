// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/discrepancies.h"

#include <algorithm>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>

#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/export_table.h"
#include "ui/common/fact_list.h"
#include "ui/common/filter_chip.h"
#include "ui/common/find_field.h"
#include "ui/common/flow_layout.h"
#include "ui/common/follow_tables.h"
#include "ui/common/page_parts.h"
#include "ui/common/state_chip.h"
#include "ui/refunds/book_words.h"
#include "ui/refunds/resolve_sheet.h"

namespace aftercharge {

namespace {

enum Choice { OpenOnes, ResolvedOnes, AllOfThem };

bool may_resolve(const Operator &person)
{
    return person.role == Role::Supervisor || person.role == Role::Administrator;
}

}  // namespace

Discrepancies::Discrepancies(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    setFocusPolicy(Qt::ClickFocus);
    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins(0, 0, 0, 0);
    QWidget *list = make_list();
    sides->addWidget(
        make_splitter(list, make_detail(), context.settings, QStringLiteral("discrepancies/splitter"), 6, 4));
    sheet_ = new ResolveSheet(context, this);
    connect(resolve_, &QPushButton::clicked, this, [this] {
        if (const Discrepancy *row = shown())
            sheet_->ask(*row);
    });
    connect(sheet_, &ResolveSheet::resolved, this, [this](const Discrepancy &row) {
        Q_EMIT toast(tr("Resolved: %1").arg(QString::fromStdString(row.entity_id)));
        ask();
    });
    connect(sheet_, &ResolveSheet::refused, this, &Discrepancies::ask);
    auto *key = new QShortcut(QKeySequence(Qt::Key_R), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        if (!sheet_->is_open() && resolve_->isVisible())
            resolve_->click();
    });
    resolve_->set_key_hint(QStringLiteral("R"));
    follow_tables(context_.feed, this, {ChangedTable::Discrepancies, ChangedTable::Reconciliations},
                  changed_rows_rest_ms, [this] { ask(); });
}

QWidget *Discrepancies::make_list()
{
    auto *card = new Card(context_.themes);
    card->set_title(tr("Discrepancies"), tr("newest first"));
    find_ = new FindField(context_.themes, tr("Refund, parcel, order"), this);
    card->add_action(find_);
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), card);
    card->add_action(save);
    card->body()->addWidget(make_chips(card));
    model_ = new DiscrepancyModel(BookWords::discrepancies(context_.format), discrepancy_look, this);
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSortRole(CellRole::sort_key);
    sorted_->setFilterKeyColumn(-1);
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    sorted_->setSourceModel(model_);
    table_ = new DataTable(context_.themes, card);
    table_->setAccessibleName(tr("Discrepancies"));
    table_->setModel(sorted_);
    table_->set_columns({{CellKind::Text, 138, 134},
                         {CellKind::Text, 200, 130, 1},
                         {CellKind::Id, 128, 120},
                         {CellKind::Id, 128, 120, 0, false},
                         {CellKind::Chip, 96, 84}});
    table_->sortByColumn(DiscrepancyColumn::Found, Qt::DescendingOrder);
    table_->setSortingEnabled(true);
    table_->set_settings(&context_.settings, QStringLiteral("discrepancies/table"));
    empty_ = new EmptyState(context_.themes, IconName::Refunds, tr("Everything fits"));
    table_->set_placeholder(empty_);
    card->body()->addWidget(table_, 1);
    const auto write = [this] {
        export_table(*table_, QStringLiteral("discrepancies.csv"), [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(table_, &DataTable::exportRequested, this, write);
    connect(find_, &FindField::searched, this, [this] {
        sorted_->setFilterFixedString(find_->text().trimmed());
        dress_empty({});
        select_shown();
    });
    connect(find_, &SearchField::escaped, table_, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    show_row(model_->row(sorted_->mapToSource(current).row()));
            });
    return card;
}

QWidget *Discrepancies::make_chips(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *flow = new FlowLayout(Space::s, row);
    flow->setContentsMargins(Space::m, 6, Space::m, Space::s);
    states_ = new QButtonGroup(this);
    const std::pair<int, QString> chips[] = {
        {OpenOnes, tr("Open")}, {ResolvedOnes, tr("Resolved")}, {AllOfThem, tr("All")}};
    for (const auto &[id, text] : chips) {
        auto *chip = new FilterChip(context_.themes, text, row);
        states_->addButton(chip, id);
        chip->setChecked(id == OpenOnes);
        flow->addWidget(chip);
    }
    connect(states_, &QButtonGroup::idClicked, this, &Discrepancies::ask);
    return row;
}

QWidget *Discrepancies::make_detail()
{
    auto *holder = new QWidget;
    stack_ = new QStackedLayout(holder);
    auto *none = new Card(context_.themes, holder);
    none->body()->addWidget(new EmptyState(context_.themes, IconName::Audit, tr("Nothing chosen"),
                                           tr("What was heard against what stands is told here."), none));
    stack_->addWidget(none);
    card_ = new Card(context_.themes, holder);
    card_->set_title(QStringLiteral(" "));
    state_ = new StateChip(context_.themes, card_);
    card_->add_header_widget(state_);
    resolve_ = new Button(context_.themes, ButtonRole::Primary, tr("Resolve…"), card_);
    resolve_->setObjectName(QStringLiteral("resolve"));
    card_->add_action(resolve_);
    QBoxLayout *column = nullptr;
    card_->body()->addWidget(make_scroll_column(column), 1);
    detail_ = make_label(LabelRole::Body, {}, card_);
    detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    meaning_ = make_label(LabelRole::Muted, {}, card_);
    for (QLabel *label : {detail_, meaning_}) {
        label->setWordWrap(true);
        label->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    }
    column->addWidget(detail_);
    add_heading(*column, tr("What it means"));
    column->addWidget(meaning_);
    add_heading(*column, tr("Where it stands"), context_.format.zone_name());
    facts_ = new FactList(card_);
    column->addWidget(facts_);
    column->addStretch(1);
    stack_->addWidget(card_);
    return holder;
}

void Discrepancies::refresh()
{
    ask();
}

void Discrepancies::ask()
{
    const int choice = states_->checkedId();
    context_.goods.open_discrepancies().then(this, [this](const Result<std::int64_t> &open) {
        if (open)
            Q_EMIT openCounted(static_cast<int>(*open));
    });
    context_.goods.discrepancies(choice != OpenOnes)
        .then(this, [this, choice](const Result<std::vector<Discrepancy>> &rows) {
            if (choice != states_->checkedId())
                return;
            if (rows)
                came(*rows);
            else
                dress_empty(ErrorWords::sentence(rows.error()));
        });
}

void Discrepancies::came(const std::vector<Discrepancy> &rows)
{
    std::vector<Discrepancy> wanted;
    const int choice = states_->checkedId();
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(wanted), [choice](const Discrepancy &row) {
        return choice == AllOfThem || row.resolved_at.has_value() == (choice == ResolvedOnes);
    });
    model_->set_rows(std::move(wanted));
    dress_empty({});
    select_shown();
}

void Discrepancies::dress_empty(const QString &trouble)
{
    if (!trouble.isEmpty())
        empty_->set_content(IconName::Warning, tr("This could not be read"), trouble);
    else if (!find_->search_text().empty())
        empty_->set_content(IconName::Search, tr("Nothing matches"), tr("Try another word, or empty the search."));
    else if (states_->checkedId() == ResolvedOnes)
        empty_->set_content(IconName::Refunds, tr("Nothing was resolved yet"), {});
    else
        empty_->set_content(IconName::Refunds, tr("Everything fits"),
                            tr("What a gateway or a carrier says against our books comes here by itself."));
}

const Discrepancy *Discrepancies::shown() const
{
    const auto found = std::find_if(model_->rows().begin(), model_->rows().end(),
                                    [this](const Discrepancy &row) { return row.id == shown_; });
    return found == model_->rows().end() ? nullptr : &*found;
}

void Discrepancies::select_shown()
{
    if (sorted_->rowCount() == 0) {
        stack_->setCurrentIndex(0);
        return;
    }
    int row = 0;
    for (int i = 0; i < sorted_->rowCount(); ++i) {
        if (model_->row(sorted_->mapToSource(sorted_->index(i, 0)).row()).id == shown_)
            row = i;
    }
    table_->selectRow(row);
    show_row(model_->row(sorted_->mapToSource(sorted_->index(row, 0)).row()));
}

void Discrepancies::show_row(const Discrepancy &row)
{
    shown_ = row.id;
    card_->set_title(EnumWords::discrepancy_kind(row.kind));
    state_->set_state(row.resolved_at ? Tone::Neutral : Tone::Warn,
                      row.resolved_at ? ChipShape::None : tone_shape(Tone::Warn), BookWords::state(row));
    resolve_->setVisible(!row.resolved_at);
    resolve_->setEnabled(may_resolve(context_.person));
    const QString why = may_resolve(context_.person) ? QString()
                                                     : tr("Supervisors and administrators resolve discrepancies.");
    resolve_->setToolTip(why);
    resolve_->setAccessibleDescription(why);
    detail_->setText(QString::fromStdString(row.detail));
    meaning_->setText(BookWords::meaning(row));
    facts_->set_facts(BookWords::facts(row, context_.format));
    stack_->setCurrentWidget(card_);
}

void Discrepancies::focusInEvent(QFocusEvent *)
{
    table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
