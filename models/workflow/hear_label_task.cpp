// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/hear_answer.h"
#include "models/workflow/hear_gateway.h"
#include "models/workflow/hear_parcel.h"
#include "models/workflow/reship_steps.h"
#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

using carrier::Outcome;

constexpr int label_refund_questions = 30;  // days that a submitted refund is followed
constexpr int track_questions = 24 * 90;    // hours that a parcel is followed

// Something is asked for again that the carrier, asked, has no trace of: not before it is sure.
Result<void> act_again(const HeardTask &heard, EffectKind acting)
{
    const auto sent = heard.unit.outbox().find(acting, heard.effect().key);
    if (!sent)
        return pass_on(sent);
    if (!*sent || !(*sent)->done_at)
        return heard.done("it is being sent");
    const UtcTime sure_from = (*sent)->sent_at.value_or(heard.effect().created_at) + settle_time;
    if (heard.now() < sure_from)
        return heard.ask_again("not there yet", sure_from);
    if (auto again = arm(heard.unit, heard.work, acting, heard.effect().key, heard.now()); !again)
        return again;
    return heard.done("not there: sent again");
}

Result<void> hear_cancel(const HeardTask &heard, Shipment &shipment, const carrier::CancelAnswer &answer)
{
    switch (answer.outcome) {
    case Outcome::NotSent:
    case Outcome::Later:
        return heard.as_new(answer.words);
    case Outcome::Done:
        if (answer.label_refund != LabelRefund::None && answer.label_refund != LabelRefund::Asked)
            break;
        [[fallthrough]];
    case Outcome::Unknown:
        if (auto ended = heard.done(answer.words); !ended)
            return ended;
        return arm_by(heard.unit, heard.work, EffectKind::AskLabelRefund, heard.effect().key, heard.now() + ask_soon);
    case Outcome::Refused:
    case Outcome::NotFound:
    case Outcome::ByHand:
        break;
    }
    carrier::CancelAnswer told = answer;
    if (answer.outcome != Outcome::Done)
        told.outcome = Outcome::Refused;
    if (auto ended = heard.done({}); !ended)
        return ended;
    if (auto done = hear_label_refund(heard.unit, heard.work, shipment, told); !done)
        return done;
    if (shipment.label_refund != LabelRefund::Submitted)
        return {};
    return arm_by(heard.unit, heard.work, EffectKind::AskLabelRefund, heard.effect().key, heard.now() + look_again);
}

Result<void> hear_cancel_question(const HeardTask &heard, Shipment &shipment, const carrier::CancelAnswer &answer)
{
    switch (answer.outcome) {
    case Outcome::NotSent:
    case Outcome::Later:
    case Outcome::Unknown:
    case Outcome::ByHand:
        return heard.ask_again(answer.words, heard.now() + heard.answer.ask_again_after);
    case Outcome::Done:
    case Outcome::NotFound:
    case Outcome::Refused:
        break;
    }
    const bool no_trace = answer.outcome == Outcome::NotFound ||
                          (answer.outcome == Outcome::Done && answer.label_refund == LabelRefund::None);
    if (no_trace)
        return shipment.label_refund == LabelRefund::Asked ? act_again(heard, EffectKind::CancelLabel)
                                                           : heard.done(answer.words);
    if (auto told = hear_label_refund(heard.unit, heard.work, shipment, answer); !told)
        return told;
    if (shipment.label_refund == LabelRefund::Submitted && heard.effect().attempts < label_refund_questions)
        return heard.ask_again(answer.words, heard.now() + look_again);
    return heard.done(answer.words);
}

Result<void> hear_no_label(const HeardTask &heard, const Shipment &shipment, const std::string &words)
{
    if (auto ended = heard.done(words.empty() ? std::string("refused") : words); !ended)
        return ended;
    if (shipment.purpose == ShipmentPurpose::Reshipment)
        return tell_not_sent_again(heard.unit, heard.work, shipment, short_words(words));
    const auto open = open_ticket_of(heard.unit.tickets(), shipment.order_no);
    if (!open)
        return pass_on(open);
    if (!*open)
        return {};
    return tell_ticket(heard.unit, heard.work, (*open)->ticket_no,
                       "No label for " + shipment.shipment_no.text() + ": " + short_words(words),
                       gateway_actor(shipment.carrier));
}

Result<void> hear_label(const HeardTask &heard, Shipment &shipment, const carrier::LabelAnswer &answer)
{
    const bool is_question = heard.effect().kind == EffectKind::AskLabel;
    switch (answer.outcome) {
    case Outcome::Done:
        break;
    case Outcome::NotSent:
    case Outcome::Later:
        return is_question ? heard.ask_again(answer.words, heard.now() + heard.answer.ask_again_after)
                           : heard.as_new(answer.words);
    case Outcome::Unknown:
        if (is_question)
            return heard.ask_again(answer.words, heard.now() + heard.answer.ask_again_after);
        if (auto ended = heard.done(answer.words); !ended)
            return ended;
        return arm_by(heard.unit, heard.work, EffectKind::AskLabel, heard.effect().key, heard.now() + ask_soon);
    case Outcome::NotFound:
        return is_question ? act_again(heard, EffectKind::BuyLabel) : hear_no_label(heard, shipment, answer.words);
    case Outcome::Refused:
    case Outcome::ByHand:
        return hear_no_label(heard, shipment, answer.words);
    }
    if (answer.tracking_no.empty()) {
        // The shipment is there, its label was not bought.
        if (!is_question)
            return hear_no_label(heard, shipment, answer.words);
        shipment.ext_external_id = answer.ext_external_id;
        if (auto written = write_shipment(heard.unit, heard.work, shipment); !written)
            return written;
        return act_again(heard, EffectKind::BuyLabel);
    }
    if (auto bought = hear_label_bought(heard.unit, heard.work, shipment, answer); !bought)
        return bought;
    return heard.done({});
}

Result<void> hear_where(const HeardTask &heard, Shipment &shipment, const carrier::TrackAnswer &answer)
{
    if (auto told = hear_track(heard.unit, heard.work, shipment, answer); !told)
        return told;
    if (!is_followed(shipment) || heard.effect().attempts >= track_questions)
        return heard.done({});
    const std::string word = answer.outcome == Outcome::Done ? std::string() : answer.words;
    return heard.ask_again(word, heard.now() + track_every);
}

// What has no call any more is over; a person asked for the label and hears why it does not come.
Result<void> end_without_call(const HeardTask &heard, const Shipment &shipment)
{
    if (heard.effect().kind == EffectKind::BuyLabel && shipment.state == ShipmentState::Created)
        return hear_no_label(heard, shipment, heard.task.problem);
    return heard.done(heard.task.problem);
}

}  // namespace

Result<void> hear_label_task(const HeardTask &heard)
{
    const auto number = ShipmentNo::from_text(heard.effect().key);
    if (!number)
        return heard.done(to_line(number.error()));
    auto shipment = heard.unit.shipments().find(*number);
    if (!shipment)
        return shipment.error().code == ErrorCode::ShipmentNotFound ? heard.done(to_line(shipment.error()))
                                                                    : pass_on(shipment);
    if (!heard.task.problem.empty())
        return end_without_call(heard, *shipment);
    if (const auto *label = std::get_if<carrier::LabelAnswer>(&heard.answer.answer))
        return hear_label(heard, *shipment, *label);
    if (const auto *track = std::get_if<carrier::TrackAnswer>(&heard.answer.answer))
        return hear_where(heard, *shipment, *track);
    const auto *cancel = std::get_if<carrier::CancelAnswer>(&heard.answer.answer);
    if (!cancel)
        return heard.done("no answer");
    return heard.effect().kind == EffectKind::CancelLabel ? hear_cancel(heard, *shipment, *cancel)
                                                          : hear_cancel_question(heard, *shipment, *cancel);
}

}  // namespace aftercharge
