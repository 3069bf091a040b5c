// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/command_sheet.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/error_words.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/sheet.h"
#include "ui/common/theme_controller.h"
#include "ui/live/session_words.h"

namespace aftercharge {

namespace {

constexpr int sheet_width = 500;

QString text_of(const auto &id)
{
    return QString::fromStdString(id.text());
}

}  // namespace

CommandSheet::CommandSheet(const ThemeController &themes, DeskService &desk, QWidget *page)
    : QObject(page), themes_(themes), desk_(desk), page_(page)
{
}

bool CommandSheet::is_open() const
{
    return sheet_ && sheet_->is_open();
}

QList<std::pair<QString, QString>> CommandSheet::facts_of(const SessionView &session, const Format &format) const
{
    QString vehicle = text_of(session.member_id);
    if (session.soc)
        vehicle += u" · " + tr("SOC %1").arg(format.percent(*session.soc));
    const QString fee = tr("%1 of %2 frozen").arg(format.money(session.fee), format.money(session.prepaid));
    return {{tr("Charge point"), SessionWords::point(session.connector)},
            {tr("Member"), vehicle},
            {tr("Energy"), format.energy_unit(session.energy)},
            {tr("Fee so far"), fee}};
}

void CommandSheet::ask_stop(const SessionView &session, const Format &format)
{
    Question question;
    question.title = tr("Stop charging");
    question.order_no = text_of(session.order_no);
    question.facts = facts_of(session, format);
    question.what_happens = tr(
        "The charge point is asked to end the session. It is then settled from the final reading: "
        "the fee is taken from what is frozen, the rest returns to the member's balance, and the "
        "member is told. A stopped session cannot be resumed.");
    question.primary = tr("Stop charging");
    question.done = tr("%1 is stopping; the settlement follows.").arg(SessionWords::point_id(session.connector));
    question.refused = tr("%1 was not stopped. %2").arg(SessionWords::point_id(session.connector));
    const OrderNo order_no = session.order_no;
    ask(question, [this, order_no] { return desk_.stop_charging(order_no); });
    stopping_ = order_no;
}

void CommandSheet::ask_unlock(const SessionView &session, const Format &format)
{
    Question question;
    question.title = tr("Unlock connector");
    question.order_no = text_of(session.order_no);
    question.facts = facts_of(session, format);
    question.what_happens = tr(
        "The plug is released so that the cable can be taken out. While energy flows most charge "
        "points end the session first; some refuse.");
    question.primary = tr("Unlock %1").arg(SessionWords::point_id(session.connector));
    question.done = tr("%1 is unlocked.").arg(SessionWords::point_id(session.connector));
    question.refused = tr("%1 was not unlocked. %2").arg(SessionWords::point_id(session.connector));
    const ConnectorId connector = session.connector;
    ask(question, [this, connector] { return desk_.unlock_connector(connector); });
}

void CommandSheet::ask_reset(const SessionView &session, int others, const Format &format)
{
    const QString point = text_of(session.connector.charge_point_id);
    Question question;
    question.title = tr("Reset charge point");
    question.order_no = text_of(session.order_no);
    question.facts = facts_of(session, format);
    question.facts.append({tr("Also running here"), tr("%1 more").arg(others)});
    question.what_happens = tr("The whole charge point restarts, every connector of it. A soft reset ends its sessions "
                               "in order first. It is out of reach for some minutes.");
    question.primary = tr("Reset %1").arg(point);
    question.done = tr("%1 restarts.").arg(point);
    question.refused = tr("%1 was not reset. %2").arg(point);
    const ChargePointId id = session.connector.charge_point_id;
    ask(question, [this, id] { return desk_.reset_charge_point(id, hard_ && hard_->isChecked()); });
    hard_ = new QCheckBox(tr("Hard reset: at once, sessions are cut off"));
    sheet_->body()->insertWidget(2, hard_);
    sheet_->set_panel_width(sheet_width);
}

void CommandSheet::ask(const Question &question, std::function<Answered<void>()> command)
{
    if (sheet_) {
        sheet_->hide();
        sheet_->deleteLater();
    }
    ++round_;
    waiting_ = false;
    stopping_.reset();
    hard_ = nullptr;
    question_ = question;
    sheet_ = new Sheet(themes_, page_);
    sheet_->set_title(question.title, question.order_no);
    add_facts(question.facts);
    auto *what = make_label(LabelRole::Body, question.what_happens);
    what->setWordWrap(true);
    sheet_->body()->addWidget(what);
    progress_ = new Banner(themes_);
    progress_->hide();
    sheet_->body()->addWidget(progress_);
    sheet_->set_footer_note(tr("Recorded in the audit under your name"));
    sheet_->set_primary(question.primary, true);
    connect(sheet_, &Sheet::accepted, this, [this, command = std::move(command)] { send(command); });
    sheet_->set_panel_width(sheet_width);
    sheet_->open();
}

void CommandSheet::add_facts(const QList<std::pair<QString, QString>> &facts)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::l);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[name, value] : facts) {
        grid->addWidget(make_label(LabelRole::Muted, name), row, 0);
        grid->addWidget(make_label(row == 0 ? LabelRole::Heading : LabelRole::Body, value), row, 1);
        ++row;
    }
    sheet_->body()->addWidget(box);
}

void CommandSheet::send(const std::function<Answered<void>()> &command)
{
    if (waiting_)
        return;
    waiting_ = true;
    sheet_->set_busy(true);
    progress_->set_message(Tone::Info, tr("Waiting for the charge point…"));
    progress_->show();
    sheet_->set_panel_width(sheet_width);
    command().then(this, [this, round = round_](const Result<void> &result) { answered(round, result); });
}

void CommandSheet::answered(int round, const Result<void> &result)
{
    const QString why = result ? QString() : question_.refused.arg(ErrorWords::sentence(result.error()));
    const bool here = round == round_ && is_open();
    if (round == round_)
        waiting_ = false;
    if (result) {
        if (round == round_ && stopping_)
            Q_EMIT stopAccepted(*stopping_);
        if (here)
            sheet_->close_sheet();
        Q_EMIT done(question_.done);
        return;
    }
    if (here) {
        sheet_->set_busy(false);
        progress_->set_message(Tone::Bad, why);
        sheet_->set_panel_width(sheet_width);
    }
    Q_EMIT refused(why);
}

}  // namespace aftercharge
