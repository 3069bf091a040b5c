// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claims_page.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>

#include "models/item/claim_table_model.h"
#include "ui/claims/claim_view.h"
#include "ui/claims/claim_words.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/export_table.h"
#include "ui/common/filter_chip.h"
#include "ui/common/find_field.h"
#include "ui/common/flow_layout.h"
#include "ui/common/follow_tables.h"
#include "ui/common/labels.h"
#include "ui/common/page_parts.h"
#include "ui/common/paged_table.h"
#include "ui/common/state_chip.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/decide_claim_sheet.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

namespace {

struct Choice {
    const char *text;
    std::optional<ClaimState> state;
    std::optional<ApprovalState> approval;
    bool open_only;
};

// What the chips ask for, in their order.
constexpr std::array<Choice, 7> choices{{
    {QT_TRANSLATE_NOOP("aftercharge::ClaimsPage", "Open"), {}, {}, true},
    {QT_TRANSLATE_NOOP("aftercharge::ClaimsPage", "Waiting for approval"), {}, ApprovalState::Waiting, false},
    {QT_TRANSLATE_NOOP("aftercharge::ClaimsPage", "Evidence asked for"), ClaimState::EvidenceRequested, {}, false},
    {QT_TRANSLATE_NOOP("aftercharge::ClaimsPage", "Denied"), ClaimState::Denied, {}, false},
    {QT_TRANSLATE_NOOP("aftercharge::ClaimsPage", "Approved"), ClaimState::Approved, {}, false},
    {QT_TRANSLATE_NOOP("aftercharge::ClaimsPage", "Closed"), ClaimState::Closed, {}, false},
    {QT_TRANSLATE_NOOP("aftercharge::ClaimsPage", "All"), {}, {}, false},
}};
constexpr int all_claims = choices.size() - 1;

}  // namespace

ClaimsPage::ClaimsPage(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 12, 14, 12);
    QWidget *list = make_list();
    row->addWidget(make_splitter(list, make_detail(), context.settings, QStringLiteral("claims/splitter"), 60, 40));
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    show_row(model_->row(current.row()));
            });
    connect(model_, &ClaimTableModel::loaded, this, &ClaimsPage::select_shown);
    follow_tables(context_.feed, this,
                  {ChangedTable::Claims, ChangedTable::Shipments, ChangedTable::Refunds, ChangedTable::GoodsOrders},
                  changed_rows_rest_ms, [this] { model_->refresh(); });
    ask();
}

QWidget *ClaimsPage::make_list()
{
    auto *card = new Card(context_.themes);
    card->set_title(tr("Claims with carriers"));
    find_ = new FindField(context_.themes, tr("Number, parcel, order"), this);
    card->add_action(find_);
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), card);
    card->add_action(save);
    card->body()->addWidget(make_chips(card));
    model_ = new ClaimTableModel(context_.goods, ClaimWords::table(context_.format), this);
    table_ = new PagedTable(context_.themes, card);
    table_->setAccessibleName(tr("Claims with carriers"));
    table_->set_paged_model(model_);
    table_->set_columns({{CellKind::Id, 120, 118},
                         {CellKind::Id, 122, 112, 0, false},
                         {CellKind::Id, 122, 112, 0, false},
                         {CellKind::Text, 62, 56},
                         {CellKind::Chip, 146, 144},
                         {CellKind::Text, 98, 92, 1},
                         {CellKind::Money, 86, 84},
                         {CellKind::Money, 86, 84},
                         {CellKind::Money, 82, 80},
                         {CellKind::Text, 138, 134, 0, false}});
    table_->set_settings(&context_.settings, QStringLiteral("claims/table"));
    table_->set_empty(IconName::Claims, tr("No claims yet"),
                      tr("A claim is opened from the ticket of a parcel that was lost or damaged."));
    card->body()->addWidget(table_, 1);
    const auto write = [this] {
        export_table(*table_, QStringLiteral("claims.csv"), [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(table_, &DataTable::exportRequested, this, write);
    connect(find_, &FindField::searched, this, &ClaimsPage::ask);
    connect(find_, &SearchField::escaped, table_, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(table_, &PagedTable::showAllRequested, this, &ClaimsPage::show_all);
    return card;
}

QWidget *ClaimsPage::make_chips(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *flow = new FlowLayout(Space::s, row);
    flow->setContentsMargins(Space::m, 6, Space::m, Space::s);
    states_ = new QButtonGroup(this);
    for (int i = 0; i <= all_claims; ++i) {
        auto *chip = new FilterChip(context_.themes, tr(choices[static_cast<std::size_t>(i)].text), row);
        states_->addButton(chip, i);
        chip->setChecked(i == 0);
        flow->addWidget(chip);
    }
    connect(states_, &QButtonGroup::idClicked, this, &ClaimsPage::ask);
    return row;
}

QWidget *ClaimsPage::make_detail()
{
    auto *holder = new QWidget;
    stack_ = new QStackedLayout(holder);
    auto *none = new Card(context_.themes, holder);
    none->body()->addWidget(new EmptyState(context_.themes, IconName::Claims, tr("No claim chosen"),
                                           tr("Choose one at the left to see its evidence and what the carrier said."),
                                           none));
    stack_->addWidget(none);
    card_ = new Card(context_.themes, holder);
    card_->set_title(QStringLiteral(" "));
    state_ = new StateChip(context_.themes, card_);
    card_->add_header_widget(state_);
    ticket_ = new Button(context_.themes, ButtonRole::Secondary, tr("Open ticket"), card_);
    ticket_->setObjectName(QStringLiteral("open_ticket"));
    card_->add_action(ticket_);
    card_->body()->addWidget(make_actions());
    view_ = new ClaimView(context_, card_);
    card_->body()->addWidget(view_, 1);
    stack_->addWidget(card_);
    connect(ticket_, &QPushButton::clicked, this, [this] { Q_EMIT ticketRequested(view_->claim()->ticket_no); });
    connect(view_, &ClaimView::dossierRead, this, [this] { show_row(*view_->claim()); });
    return holder;
}

QWidget *ClaimsPage::make_actions()
{
    actions_ = new QWidget(card_);
    auto *row = new QHBoxLayout(actions_);
    row->setContentsMargins(Space::m, Space::s, Space::m, 0);
    row->setSpacing(Space::s);
    waits_ = make_label(LabelRole::Warn, {}, actions_);
    row->addWidget(waits_);
    row->addStretch(1);
    mark_ = add_action(tr("Mark as sent…"), "mark_sent", Qt::Key_M, &ClaimsPage::mark_sent);
    submit_ = add_action(tr("Submit evidence…"), "submit_evidence", Qt::Key_E, &ClaimsPage::submit_evidence);
    decide_ = add_action(tr("Decide…"), "decide", Qt::Key_D, &ClaimsPage::decide);
    return actions_;
}

Button *ClaimsPage::add_action(const QString &text, const char *name, Qt::Key key, void (ClaimsPage::*verb)())
{
    auto *button = new Button(context_.themes, ButtonRole::Primary, text, actions_);
    button->setObjectName(QLatin1String(name));
    button->set_key_hint(QKeySequence(key).toString());
    actions_->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, verb);
    auto *shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [button] {
        if (button->isVisible() && button->isEnabled())
            button->click();
    });
    shortcuts_.append(shortcut);
    return button;
}

void ClaimsPage::ask()
{
    const Choice &choice = choices[static_cast<std::size_t>(states_->checkedId())];
    ClaimQuery query;
    query.state = choice.state;
    query.approval = choice.approval;
    query.open_only = choice.open_only;
    query.text = find_->search_text();
    table_->set_filtered(states_->checkedId() != all_claims || !query.text.empty());
    model_->set_filter(query);
}

void ClaimsPage::show_all()
{
    find_->clear();
    states_->button(all_claims)->setChecked(true);
    ask();
}

void ClaimsPage::show_claim(const ClaimNo &claim_no)
{
    states_->button(all_claims)->setChecked(true);
    find_->setText(QString::fromStdString(claim_no.text()));
    ask();
}

void ClaimsPage::select_shown()
{
    const auto &shown = view_->claim();
    const int found = shown ? model_->row_of([&](const Claim &row) { return row.claim_no == shown->claim_no; }) : -1;
    if (found >= 0) {
        // What belongs to it may have changed without its row.
        view_->show_claim(model_->row(found));
        table_->selectRow(found);
        show_row(model_->row(found));
    } else if (model_->rowCount() > 0) {
        table_->selectRow(0);
        show_row(model_->row(0));
    } else {
        stack_->setCurrentIndex(0);
    }
}

void ClaimsPage::show_row(const Claim &claim)
{
    const bool seen = view_->claim() && *view_->claim() == claim;
    card_->set_title(QString::fromStdString(claim.claim_no.text()));
    state_->set_state(claim_tone(claim), tone_shape(claim_tone(claim)), GoodsWords::claim_state(claim));
    ticket_->setVisible(!claim.ticket_no.is_empty());
    ticket_->setText(tr("Open %1").arg(QString::fromStdString(claim.ticket_no.text())));
    ticket_->updateGeometry();
    if (!seen)
        view_->show_claim(claim);
    dress_actions();
    stack_->setCurrentWidget(card_);
}

// Nothing can be done before everything that belongs to the claim was read.
void ClaimsPage::dress_actions()
{
    const auto dossier = view_->dossier();
    const ClaimWait wait = claim_wait(*view_->claim());
    waits_->setText(wait == ClaimWait::Evidence ? tr("The carrier waits for us.") : tr("It waits for our decision."));
    actions_->setVisible(dossier && (wait == ClaimWait::Evidence || wait == ClaimWait::Decision));
    const bool unsent = dossier && has_unsent_files(*dossier);
    submit_->setVisible(wait == ClaimWait::Evidence);
    submit_->set_role(unsent ? ButtonRole::Secondary : ButtonRole::Primary);
    mark_->setVisible(wait == ClaimWait::Evidence && unsent);
    decide_->setVisible(wait == ClaimWait::Decision);
}

// The ticket's files are read first: what it has need not be attached again.
void ClaimsPage::submit_evidence()
{
    const auto dossier = view_->dossier();
    if (!dossier)
        return;
    context_.desk.ticket(dossier->claim.ticket_no).then(this, [this, dossier](const Result<TicketDossier> &ticket) {
        if (view_->dossier() != dossier)
            return;
        const std::vector<Evidence> had = ticket ? ticket->evidence : std::vector<Evidence>();
        open_sheet(new ClaimEvidenceSheet(context_, *dossier, had, context_.format, this));
    });
}

void ClaimsPage::mark_sent()
{
    if (const auto dossier = view_->dossier())
        open_sheet(new EvidenceSentSheet(context_, *dossier, context_.format, this));
}

void ClaimsPage::decide()
{
    if (const auto dossier = view_->dossier())
        open_sheet(new DecideClaimSheet(context_, dossier, context_.format, this));
}

void ClaimsPage::open_sheet(GoodsSheet *sheet)
{
    close_sheet();
    sheet_ = sheet;
    // Letters belong to the sheet while it is open.
    for (QShortcut *shortcut : shortcuts_)
        shortcut->setEnabled(false);
    connect(sheet, &Sheet::cancelled, this, &ClaimsPage::close_sheet);
    connect(sheet, &GoodsSheet::finished, this, [this](const QString &done) {
        close_sheet();
        Q_EMIT toast(done);
        model_->refresh();
    });
    connect(sheet, &GoodsSheet::outdated, model_, &ClaimTableModel::refresh);
    sheet->open();
}

void ClaimsPage::close_sheet()
{
    if (!sheet_)
        return;
    GoodsSheet *closing = sheet_;
    sheet_.clear();
    closing->close_sheet();
    closing->deleteLater();
    for (QShortcut *shortcut : shortcuts_)
        shortcut->setEnabled(true);
}

GoodsSheet *ClaimsPage::sheet() const
{
    return sheet_;
}

void ClaimsPage::focusInEvent(QFocusEvent *)
{
    table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
