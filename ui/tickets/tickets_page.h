// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QPointer>
#include <QWidget>

#include "models/workflow/read_ticket.h"
#include "models/workflow/ticket_difference.h"
#include "ui/common/desk_context.h"
#include "ui/tickets/goods_actions.h"
#include "ui/tickets/ticket_words.h"

class QShortcut;
class QTimer;

namespace aftercharge {

class GoodsSheet;
class PresenceWatch;
class Sheet;
class TicketQueue;
class TicketSheet;
class TicketView;

// Tickets: the queue at the left, the chosen ticket with its evidence at the right, decisions
// as sheets. Works by keyboard alone: J and K walk, Enter opens, Esc goes back, T takes,
// A refunds, R rejects, N notes, / filters, Ctrl+Enter submits; of goods L claims, E hands in evidence,
// M marks it as sent, D decides a claim, F takes up a failed refund.
class TicketsPage : public QWidget {
    Q_OBJECT
public:
    // `clock` tells what is due; the operating system's when there is none. It must outlive the page.
    explicit TicketsPage(DeskContext &context, QWidget *parent = nullptr, const Clock *clock = nullptr);
    ~TicketsPage() override;

    // The order's open ticket, or the sheet for a new one.
    void open_for_order(const OrderNo &order_no);
    void show_ticket(const TicketNo &ticket_no);

    TicketQueue *queue() const { return queue_; }
    TicketView *view() const { return view_; }
    Sheet *sheet() const;
    PresenceWatch *presence() const { return presence_; }

Q_SIGNALS:
    void toast(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Verb = std::function<Answered<Ticket>(const Ticket &)>;
    // What a person was about to do, in case the ticket turns out to be another by now.
    struct Attempt {
        std::shared_ptr<const TicketDossier> seen;  // what he decided by
        QString own;                                // his words
        QString action;                             // what the button then says
        bool can_wait = false;                      // the words stay where they were written
        std::function<bool()> possible;
        std::function<void()> again;
    };
    // How the sheet that is open comes about, to make it anew.
    struct Anew {
        std::function<bool()> possible;
        std::function<void()> open;
    };

    void build();
    void connect_ticket();
    void add_shortcut(const QString &key, std::function<void()> run);
    void ask_people();

    void load(const TicketNo &ticket_no);
    void reload();
    void follow(const QList<Changed> &rows);
    void refresh_changed();

    // Runs a verb on the ticket as it is shown; what the answer means for the page. Where somebody
    // else was faster, the verb is offered again on the new version if `possible` by then.
    using Possible = std::function<bool(const Ticket &)>;
    void act(const Verb &verb, const QString &done, const QString &own, Possible possible,
             std::function<void()> then = {});
    // The same out of a sheet with words of its own, which is opened anew instead.
    void act_from_sheet(const Verb &verb, const QString &done, const QString &own);
    void run(const Verb &verb, const QString &done, const Attempt &attempt, std::function<void()> then);

    // Somebody else was faster, or something else is wrong (page_conflicts.cpp).
    void refused(const Error &error, const Attempt &attempt);
    void sheet_refused(const Error &error);  // a sheet that moves money
    void read_differences(const Error &error, const Attempt &attempt);
    void show_conflict(const TicketDifference &difference, const Attempt &attempt);
    void tell_change(const TicketDossier &before, const TicketDossier &after);
    void make_anew();
    void show_others();
    void say_doing();
    void take();
    void send_reply(const QString &text, bool note, bool then_next);

    void open_sheet(TicketSheet *sheet, Anew anew = {});
    void close_sheet();
    void open_money_sheet(RefundKind kind);
    void open_confirm_sheet();
    void open_reject_sheet();
    void open_assign_sheet();
    void open_reopen_sheet();
    void open_new_ticket_sheet(const OrderNo &order_no);
    void open_evidence_sheet(const Evidence &file);
    // Of a goods order (page_goods_sheets.cpp). The keys: A, L, E, M, D, F.
    void do_goods(GoodsAction action);
    void open_goods_sheet(GoodsSheet *sheet, Anew anew);
    Anew anew_goods(GoodsAction action);
    void with_claim(const ClaimNo &claim_no, std::function<void(const ClaimDossier &)> then);
    void open_claim(const ClaimNo &claim_no);
    void open_parcel(const Shipment &shipment);
    void open_failed_refund(const RefundNo &refund_no);
    void open_before_shipment_sheet();
    void open_exception_sheet();
    void open_claim_sheet();
    void refund_decided(const Refund &refund);

    DeskContext &context_;
    std::unique_ptr<Clock> own_clock_;
    const Clock &clock_;
    PeopleNames names_;
    std::vector<Operator> people_;
    TicketQueue *queue_ = nullptr;
    TicketView *view_ = nullptr;
    PresenceWatch *presence_ = nullptr;
    QPointer<TicketSheet> sheet_;
    Anew anew_;
    std::shared_ptr<const TicketDossier> opened_with_;  // what the sheet was made from
    QString kept_words_;                                // of the sheet that is being made anew
    QString kept_for_;
    std::function<void()> after_load_;
    QList<QShortcut *> shortcuts_;
    QTimer *gather_ = nullptr;
    std::vector<std::string> changed_;
    bool changed_all_ = false;
    bool changed_shown_ = false;
    TicketNo shown_;
    bool reveal_ = false;  // the queue goes to the ticket that is being read
    int serial_ = 0;
};

}  // namespace aftercharge
