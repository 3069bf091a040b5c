// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/tickets_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>

#include "ui/common/curve_view.h"
#include "ui/common/error_words.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/goods_tabs.h"
#include "ui/tickets/presence_watch.h"
#include "ui/tickets/remember_splitter.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_sheet.h"
#include "ui/tickets/ticket_view.h"

namespace aftercharge {

namespace {

constexpr std::chrono::milliseconds gather_for{100};

class WallClock final : public Clock {
public:
    UtcTime now() const override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }
};

}  // namespace

TicketsPage::TicketsPage(DeskContext &context, QWidget *parent, const Clock *clock)
    : QWidget(parent), context_(context), own_clock_(std::make_unique<WallClock>()),
      clock_(clock ? *clock : *own_clock_), gather_(new QTimer(this))
{
    presence_ = new PresenceWatch(context_.presence, this);
    build();
    connect_ticket();
    gather_->setSingleShot(true);
    connect(gather_, &QTimer::timeout, this, &TicketsPage::refresh_changed);
    connect(&context_.feed, &LiveFeed::rowsChanged, this, &TicketsPage::follow);
    connect(&context_.feed, &LiveFeed::resynchronised, this, [this] {
        queue_->reload();
        reload();
    });
    ask_people();
    queue_->reload();
}

TicketsPage::~TicketsPage() = default;

void TicketsPage::build()
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, Space::m, 14, Space::m);
    queue_ = new TicketQueue(context_, clock_);
    view_ = new TicketView(context_, names_);
    queue_->setMinimumWidth(240);
    view_->setMinimumWidth(620);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(queue_);
    splitter->addWidget(view_);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({304, 900});
    remember_splitter(*splitter, context_.settings, QStringLiteral("tickets/split_page"));
    row->addWidget(splitter);
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    connect(queue_, &TicketQueue::selectionMoved, this, [this](const TicketNo &ticket_no) {
        reveal_ = false;
        load(ticket_no);
    });
    connect(queue_, &TicketQueue::opened, this, [this](const TicketNo &ticket_no) {
        if (ticket_no != shown_)
            load(ticket_no);
        view_->focus_first();
    });

    add_shortcut(QStringLiteral("J"), [this] { queue_->move_selection(1); });
    add_shortcut(QStringLiteral("K"), [this] { queue_->move_selection(-1); });
    add_shortcut(QStringLiteral("/"), [this] { queue_->focus_search(); });
    add_shortcut(QStringLiteral("T"), [this] {
        // On the curve T means its table, as everywhere.
        if (view_->curve()->isAncestorOf(focusWidget()))
            view_->tabs()->show_readings();
        else
            take();
    });
    add_shortcut(QStringLiteral("A"), [this] {
        const auto dossier = view_->dossier();
        if (dossier && dossier->goods)
            do_goods(dossier->goods->has_left ? GoodsAction::Exception : GoodsAction::BeforeShipment);
        else
            open_money_sheet(RefundKind::Refund);
    });
    for (const GoodsAction action : {GoodsAction::OpenClaim, GoodsAction::SubmitEvidence, GoodsAction::EvidenceSent,
                                     GoodsAction::DecideClaim, GoodsAction::FailedRefund})
        add_shortcut(GoodsActionWords::key(action), [this, action] { do_goods(action); });
    add_shortcut(QStringLiteral("R"), [this] { open_reject_sheet(); });
    add_shortcut(QStringLiteral("C"), [this] { open_confirm_sheet(); });
    add_shortcut(QStringLiteral("N"), [this] {
        if (view_->dossier())
            view_->reply()->begin(true);
    });
}

void TicketsPage::add_shortcut(const QString &key, std::function<void()> run)
{
    auto *shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    shortcut->setAutoRepeat(key == u"J" || key == u"K");
    connect(shortcut, &QShortcut::activated, this, std::move(run));
    shortcuts_.append(shortcut);
}

void TicketsPage::connect_ticket()
{
    TicketHeader *header = view_->header_row();
    connect(header, &TicketHeader::takeRequested, this, &TicketsPage::take);
    connect(header, &TicketHeader::rejectRequested, this, &TicketsPage::open_reject_sheet);
    connect(header, &TicketHeader::refundRequested, this, [this] { open_money_sheet(RefundKind::Refund); });
    connect(header, &TicketHeader::confirmRequested, this, &TicketsPage::open_confirm_sheet);
    connect(header, &TicketHeader::adjustRequested, this, [this] { open_money_sheet(RefundKind::Adjustment); });
    connect(header, &TicketHeader::noteRequested, this, [this] { view_->reply()->begin(true); });
    connect(header, &TicketHeader::assignRequested, this, &TicketsPage::open_assign_sheet);
    connect(header, &TicketHeader::reopenRequested, this, &TicketsPage::open_reopen_sheet);
    connect(view_->reply(), &ReplyBox::sent, this, &TicketsPage::send_reply);
    connect(view_->reply(), &ReplyBox::escaped, queue_, &TicketQueue::focus_list);
    connect(view_->tabs(), &CaseTabs::evidenceRequested, this, &TicketsPage::open_evidence_sheet);
    connect(view_->tabs(), &CaseTabs::ticketRequested, this, &TicketsPage::show_ticket);
    connect(header, &TicketHeader::goodsRequested, this, &TicketsPage::do_goods);
    connect(view_->goods_tabs(), &GoodsTabs::evidenceRequested, this, &TicketsPage::open_evidence_sheet);
    connect(view_->goods_tabs(), &GoodsTabs::ticketRequested, this, &TicketsPage::show_ticket);
    connect(view_->goods_tabs(), &GoodsTabs::refundActivated, this, &TicketsPage::open_failed_refund);
    connect(view_->goods_tabs(), &GoodsTabs::claimActivated, this, &TicketsPage::open_claim);
    connect(view_->goods_tabs(), &GoodsTabs::parcelActivated, this, &TicketsPage::open_parcel);
    connect(view_, &TicketView::retryRequested, this, &TicketsPage::reload);
    connect(view_->reply(), &ReplyBox::writingChanged, this, &TicketsPage::say_doing);
    connect(presence_, &PresenceWatch::othersChanged, this, &TicketsPage::show_others);
}

void TicketsPage::ask_people()
{
    context_.desk.operators().then(this, [this](const Result<std::vector<Operator>> &people) {
        if (!people)
            return;
        people_ = *people;
        names_.set(people_);
        show_others();
        if (view_->dossier())
            view_->show_dossier(view_->dossier());
    });
}

void TicketsPage::load(const TicketNo &ticket_no)
{
    if (ticket_no != shown_)
        after_load_ = {};
    shown_ = ticket_no;
    presence_->watch(ticket_no.text());
    view_->show_loading();
    context_.desk.ticket(ticket_no).then(this, [this, serial = ++serial_](const Result<TicketDossier> &read) {
        if (serial != serial_)
            return;  // another ticket was chosen meanwhile
        const bool reveal = std::exchange(reveal_, false);
        const auto then = std::exchange(after_load_, {});
        if (!read)
            return view_->show_error(read.error());
        const auto before = view_->dossier();
        view_->show_dossier(std::make_shared<const TicketDossier>(*read));
        if (reveal)
            queue_->reveal(read->ticket);
        if (then)
            then();
        else if (before && before->ticket.ticket_no == read->ticket.ticket_no)
            tell_change(*before, *read);
    });
}

void TicketsPage::reload()
{
    if (!shown_.is_empty())
        load(shown_);
}

void TicketsPage::show_ticket(const TicketNo &ticket_no)
{
    queue_->select(ticket_no);
    reveal_ = true;
    load(ticket_no);
}

void TicketsPage::open_for_order(const OrderNo &order_no)
{
    TicketQuery query;
    query.text = order_no.text();
    context_.desk.tickets(query).then(this, [this, order_no](const Result<Page<Ticket>> &page) {
        if (!page) {
            refused(page.error(), {});
            return;
        }
        for (const Ticket &ticket : page->rows) {
            if (ticket.order_no == order_no) {
                show_ticket(ticket.ticket_no);
                return;
            }
        }
        open_new_ticket_sheet(order_no);
    });
}

// Bursts are gathered; the shown ticket is read again when it or what belongs to it changed.
void TicketsPage::follow(const QList<Changed> &rows)
{
    for (const Changed &row : rows) {
        switch (row.table) {
        case ChangedTable::Tickets:
            changed_all_ = changed_all_ || row.id.empty();
            changed_shown_ = changed_shown_ || row.id.empty() || row.id == shown_.text();
            if (!row.id.empty() && std::find(changed_.begin(), changed_.end(), row.id) == changed_.end())
                changed_.push_back(row.id);
            break;
        case ChangedTable::Orders:
        case ChangedTable::GoodsOrders: {
            const auto shown = view_->dossier();
            changed_shown_ = changed_shown_ || (shown && (row.id.empty() || row.id == shown->ticket.order_no.text()));
            break;
        }
        case ChangedTable::Refunds:
        case ChangedTable::Shipments:
        case ChangedTable::Claims:
            changed_shown_ = changed_shown_ || view_->dossier() != nullptr;
            break;
        case ChangedTable::Registry:
        case ChangedTable::Orphans:
        case ChangedTable::Discrepancies:
        case ChangedTable::Reconciliations:
        case ChangedTable::Batches:
            break;
        }
    }
    if ((changed_all_ || changed_shown_ || !changed_.empty()) && !gather_->isActive())
        gather_->start(gather_for);
}

void TicketsPage::refresh_changed()
{
    if (changed_all_)
        queue_->reload();
    else if (!changed_.empty())
        queue_->refresh(changed_);
    if (changed_shown_)
        reload();
    changed_.clear();
    changed_all_ = changed_shown_ = false;
}

void TicketsPage::act(const Verb &verb, const QString &done, const QString &own, Possible possible,
                      std::function<void()> then)
{
    Attempt attempt;
    attempt.own = own;
    attempt.action = tr("Apply on the new version");
    attempt.can_wait = !own.isEmpty();
    attempt.possible = [this, possible] { return view_->dossier() && possible(view_->dossier()->ticket); };
    attempt.again = [this, verb, done, own, possible, then] { act(verb, done, own, possible, then); };
    run(verb, done, attempt, then);
}

void TicketsPage::act_from_sheet(const Verb &verb, const QString &done, const QString &own)
{
    Attempt attempt;
    attempt.own = own;
    attempt.action = tr("Back to my words");
    attempt.possible = anew_.possible;
    attempt.again = [this, own, name = sheet_ ? sheet_->objectName() : QString(), open = anew_.open] {
        kept_words_ = own;
        kept_for_ = name;
        open();
    };
    run(verb, done, attempt, {});
}

void TicketsPage::run(const Verb &verb, const QString &done, const Attempt &attempt, std::function<void()> then)
{
    const auto dossier = view_->dossier();
    if (!dossier)
        return;
    verb(dossier->ticket).then(this, [this, done, attempt, then, dossier](const Result<Ticket> &ticket) {
        const TicketNo no = dossier->ticket.ticket_no;
        if (!ticket) {
            Attempt failed = attempt;
            failed.seen = dossier;
            refused(ticket.error(), failed);
            return;
        }
        close_sheet();
        if (!done.isEmpty())
            Q_EMIT toast(done);
        queue_->refresh({no.text()});
        if (no == shown_)
            reload();
        if (then)
            then();
    });
}

void TicketsPage::take()
{
    const auto dossier = view_->dossier();
    const auto possible = [this](const Ticket &ticket) { return ticket_actions(ticket, context_.person.name).take; };
    if (!dossier || !possible(dossier->ticket))
        return;
    act([this](const Ticket &ticket) { return context_.desk.take_ticket(ticket.ticket_no, ticket.version); },
        tr("%1 is yours").arg(QString::fromStdString(dossier->ticket.ticket_no.text())), {}, possible,
        [this] {
            // It has left the queue of those that nobody has: the queue goes with it.
            reveal_ = true;
            reload();
        });
}

void TicketsPage::send_reply(const QString &text, bool note, bool then_next)
{
    view_->reply()->set_busy(true);
    const auto next = queue_->after_selected();
    act(
        [this, note, words = text.toStdString()](const Ticket &ticket) {
            return note ? context_.desk.note_on_ticket(ticket.ticket_no, ticket.version, words)
                        : context_.desk.reply_to_ticket(ticket.ticket_no, ticket.version, words);
        },
        note ? tr("Noted") : tr("Sent to the customer"), text, [](const Ticket &) { return true; },
        [this, then_next, next] {
            view_->reply()->set_busy(false);
            view_->reply()->clear();
            queue_->focus_list();
            if (then_next && next)
                show_ticket(*next);
        });
}

// The page itself has nothing to type into: the queue has.
void TicketsPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    queue_->focus_list();
}

void TicketsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !sheet_) {
        queue_->focus_list();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace aftercharge
