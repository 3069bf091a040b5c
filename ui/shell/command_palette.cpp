// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/enum_words.h"
#include "ui/common/search_field.h"

namespace aftercharge {
namespace {

constexpr int most_found = 8;

}  // namespace

CommandPalette::CommandPalette(DeskContext &context, SearchField &field, QWidget *window)
    : QFrame(window), context_(context), field_(field)
{
    setObjectName(QStringLiteral("commandPalette"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    list_ = new QListWidget(this);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setAccessibleName(tr("Found"));
    list_->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::xs, Space::xs, Space::xs, Space::xs);
    column->addWidget(list_);
    hide();
    field_.installEventFilter(this);
    connect(&field_, &QLineEdit::textEdited, this, &CommandPalette::search);
    connect(&field_, &SearchField::escaped, this, &CommandPalette::close_palette);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run_current);
}

void CommandPalette::add_command(const QString &title, std::function<void()> run)
{
    commands_.push_back({title, tr("Command"), std::move(run)});
}

void CommandPalette::search()
{
    const QString text = field_.text().trimmed();
    ++generation_;
    found_.clear();
    list_->clear();
    for (const Entry &command : commands_) {
        if (text.isEmpty() || command.title.contains(text, Qt::CaseInsensitive))
            add_entry(command);
    }
    if (text.size() >= 2) {
        find_in_store(text, generation_);
        find_goods(text, generation_);
    }
    place();
}

// Answers of an older text are passed over when they come.
void CommandPalette::find_in_store(const QString &text, int generation)
{
    TicketQuery tickets;
    tickets.scope = TicketQuery::Scope::All;
    tickets.text = text.toStdString();
    tickets.page.limit = most_found;
    context_.desk.tickets(tickets).then(this, [this, generation](const Result<Page<Ticket>> &page) {
        if (generation != generation_ || !page)
            return;
        for (const Ticket &ticket : page->rows) {
            const QString number = QString::fromStdString(ticket.ticket_no.text());
            add_entry({number + QStringLiteral("  ") + EnumWords::ticket_kind(ticket.kind), tr("Ticket"),
                       [this, no = ticket.ticket_no] { open_ticket_(no); }});
        }
        place();
    });
    OrderQuery orders;
    orders.text = text.toStdString();
    orders.page.limit = most_found;
    context_.desk.orders(orders).then(this, [this, generation](const Result<Page<ChargingOrder>> &page) {
        if (generation != generation_ || !page)
            return;
        for (const ChargingOrder &order : page->rows) {
            const QString number = QString::fromStdString(order.order_no.text());
            const QString point = QString::fromStdString(order.connector.charge_point_id.text());
            add_entry(
                {number + QStringLiteral("  ") + point + QStringLiteral("  ") + EnumWords::order_state(order.state),
                 tr("Order"), [this, no = order.order_no] { open_order_(no); }});
        }
        place();
    });
}

void CommandPalette::find_goods(const QString &text, int generation)
{
    GoodsQuery orders;
    orders.text = text.toStdString();
    orders.page.limit = most_found;
    context_.goods.goods_orders(orders).then(this, [this, generation](const Result<Page<GoodsOrder>> &page) {
        if (generation != generation_ || !page)
            return;
        for (const GoodsOrder &order : page->rows) {
            const QString number = QString::fromStdString(order.order_no.text());
            add_entry({number + QStringLiteral("  ") + EnumWords::goods_order_state(order.state), tr("Goods order"),
                       [this, no = order.order_no] { open_goods_order_(no); }});
        }
        place();
    });
    ClaimQuery claims;
    claims.text = text.toStdString();
    claims.page.limit = most_found;
    context_.goods.claims(claims).then(this, [this, generation](const Result<Page<Claim>> &page) {
        if (generation != generation_ || !page)
            return;
        for (const Claim &claim : page->rows) {
            const QString number = QString::fromStdString(claim.claim_no.text());
            add_entry({number + QStringLiteral("  ") + EnumWords::claim_state(claim.state), tr("Claim"),
                       [this, no = claim.claim_no] { open_claim_(no); }});
        }
        place();
    });
}

void CommandPalette::add_entry(const Entry &entry)
{
    found_.push_back(entry);
    auto *item = new QListWidgetItem(entry.kind + QStringLiteral("   ") + entry.title, list_);
    item->setSizeHint(QSize(0, Space::row));
    if (list_->currentRow() < 0)
        list_->setCurrentRow(0);
}

void CommandPalette::place()
{
    if (found_.empty())
        return hide();
    const QPoint below = field_.mapTo(parentWidget(), QPoint(0, field_.height() + Space::xs));
    const int rows = std::min(12, static_cast<int>(found_.size()));
    setGeometry(below.x(), below.y(), field_.width(), rows * Space::row + 2 * Space::s);
    raise();
    show();
}

void CommandPalette::close_palette()
{
    ++generation_;
    hide();
}

void CommandPalette::run_current()
{
    const int row = list_->currentRow();
    if (row < 0 || row >= static_cast<int>(found_.size()))
        return;
    const std::function<void()> run = found_[static_cast<std::size_t>(row)].run;
    field_.clear();
    close_palette();
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        close_palette();
    if (event->type() == QEvent::FocusIn)
        search();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int step = key == Qt::Key_Down ? 1 : -1;
        list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, std::max(0, list_->count() - 1)));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        run_current();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace aftercharge
