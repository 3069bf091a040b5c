// SPDX-License-Identifier: GPL-3.0-or-later
// TicketsPage, the part about colleagues: who else is there, and what is another because somebody
// was faster.
#include <algorithm>

#include "ui/common/button.h"
#include "ui/common/error_words.h"
#include "ui/tickets/conflict_sheet.h"
#include "ui/tickets/difference_words.h"
#include "ui/tickets/evidence_sheet.h"
#include "ui/tickets/money_lease_keeper.h"
#include "ui/tickets/presence_line.h"
#include "ui/tickets/presence_watch.h"
#include "ui/tickets/presence_words.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge {

namespace {

bool is_outdated(const Error &error)
{
    return error.code == ErrorCode::StoreConflict || error.code == ErrorCode::StateNotAllowed;
}

bool is_by(const TicketDifference &difference, const OperatorName &me)
{
    return difference.by && difference.by->source == Source::Admin && difference.by->name == me.text();
}

}  // namespace

void TicketsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    presence_->set_in_sight(true);
}

void TicketsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    presence_->set_in_sight(false);
}

void TicketsPage::say_doing()
{
    const bool deciding = sheet_ && !qobject_cast<EvidenceSheet *>(sheet_);
    const ReplyBox &reply = *view_->reply();
    presence_->set_doing(deciding              ? Doing::Deciding
                         : !reply.is_writing() ? Doing::Looking
                         : reply.is_note()     ? Doing::Noting
                                               : Doing::Replying);
}

// Who writes or decides comes first.
void TicketsPage::show_others()
{
    std::vector<Present> others = presence_->others();
    std::stable_partition(others.begin(), others.end(), [](const Present &one) { return one.doing != Doing::Looking; });
    QList<PresenceLine::Person> people;
    for (const Present &one : others)
        people.append({PresenceWords::initials(names_.of(one.login)),
                       PresenceWords::doing(one, context_.person.name, names_), one.doing != Doing::Looking});
    view_->header_row()->presence()->set_people(people);
}

// Somebody else was faster: what differs is read and shown; anything else is only said.
void TicketsPage::refused(const Error &error, const Attempt &attempt)
{
    view_->reply()->set_busy(false);
    if (is_outdated(error)) {
        read_differences(error, attempt);
        return;
    }
    const QString sentence = ErrorWords::sentence(error);
    if (sheet_)
        sheet_->refuse(sentence);
    else
        view_->set_notice(sentence);
}

// Money is never sent again by itself: its sheet is made anew, with a new computation.
void TicketsPage::sheet_refused(const Error &error)
{
    if (!is_outdated(error) || !sheet_) {
        if (sheet_)
            sheet_->refuse(ErrorWords::sentence(error));
        reload();
        return;
    }
    Attempt attempt;
    attempt.seen = opened_with_;
    attempt.own = sheet_->words();
    attempt.action = tr("Make it anew");
    attempt.possible = anew_.possible;
    attempt.again = [this, own = attempt.own, name = sheet_->objectName(), open = anew_.open] {
        kept_words_ = own;
        kept_for_ = name;
        open();
    };
    refused(error, attempt);
}

void TicketsPage::read_differences(const Error &error, const Attempt &attempt)
{
    queue_->reload();
    if (attempt.seen && attempt.seen->ticket.ticket_no != shown_) {
        Q_EMIT toast(tr("%1 stays as it is: somebody else changed it meanwhile.")
                         .arg(QString::fromStdString(attempt.seen->ticket.ticket_no.text())));
        return;
    }
    close_sheet();
    after_load_ = [this, error, attempt] {
        const auto difference = attempt.seen ? ticket_difference(*attempt.seen, *view_->dossier()) : TicketDifference{};
        if (!difference.is_empty())
            show_conflict(difference, attempt);
        else
            view_->set_notice(ErrorWords::sentence(error));
    };
    reload();
}

void TicketsPage::show_conflict(const TicketDifference &difference, const Attempt &attempt)
{
    ConflictSheet::Question question;
    question.headline = DifferenceWords::headline(difference, names_, view_->format());
    question.rows = DifferenceWords::rows(difference, names_, view_->format());
    question.own = attempt.own;
    question.can_wait = attempt.can_wait;
    if (attempt.possible && attempt.possible())
        question.action = attempt.action;
    auto *sheet = new ConflictSheet(context_, question, this);
    connect(sheet, &Sheet::accepted, this, [this, again = attempt.again] {
        close_sheet();
        again();
    });
    connect(sheet, &ConflictSheet::discarded, this, [this] {
        close_sheet();
        view_->reply()->clear();
    });
    open_sheet(sheet);
}

// The ticket was read again while somebody works on it here: a reply goes on with a word about it, a
// decision about money does not go on.
void TicketsPage::tell_change(const TicketDossier &before, const TicketDossier &after)
{
    const TicketDifference difference = ticket_difference(before, after);
    if (difference.is_empty() || is_by(difference, context_.person.name))
        return;
    const bool money = difference.state || !difference.refunds.empty() || !difference.changed_refunds.empty();
    const QString headline = DifferenceWords::headline(difference, names_, view_->format());
    const QString said = tr("%1. %2").arg(headline, DifferenceWords::line(difference, names_, view_->format()));
    if (sheet_ && sheet_->money_lease() && money)
        sheet_->say_outdated(said);
    else if (view_->reply()->is_writing() && difference.by)
        view_->set_notice(said);
}

// The same sheet from the newest state; the person's own words come along.
void TicketsPage::make_anew()
{
    if (!sheet_ || !anew_.open)
        return;
    kept_words_ = sheet_->words();
    kept_for_ = sheet_->objectName();
    after_load_ = [this, anew = anew_] {
        if (anew.possible()) {
            anew.open();
            return;
        }
        kept_for_.clear();
        view_->set_notice(tr("The ticket is another by now: this can no longer be decided here."));
    };
    close_sheet();
    reload();
}

}  // namespace aftercharge
