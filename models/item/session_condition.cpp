// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/session_condition.h"

#include <array>

namespace aftercharge {

namespace {

constexpr std::array signs_worst_first{
    HealthSign::Fault,           HealthSign::Phantom,           HealthSign::MeterFast, HealthSign::Offline,
    HealthSign::Silent,          HealthSign::VoltageOutOfRange, HealthSign::SocFrozen, HealthSign::VoltageFluctuating,
    HealthSign::ReadingsExcluded};

bool was_cut_off(const SessionView &session)
{
    return is_fault(session.stop_reason) && session.stop_reason != StopReason::EvDisconnected;
}

}  // namespace

bool is_running(const SessionView &session)
{
    return !session.stopped_at && (session.state == OrderState::Created || session.state == OrderState::Charging);
}

SessionCondition condition_of(const SessionView &session)
{
    switch (session.state) {
    case OrderState::Settle:
        return SessionCondition::Settling;
    case OrderState::Payed:
        return SessionCondition::Settled;
    case OrderState::AfterSales:
        return SessionCondition::AfterSales;
    case OrderState::Cancelled:
        return SessionCondition::Cancelled;
    case OrderState::Created:
    case OrderState::Charging:
        break;
    }
    if (session.stopped_at)
        return SessionCondition::Settling;
    if (session.has(HealthSign::Fault))
        return SessionCondition::Fault;
    if (session.has(HealthSign::Phantom))
        return SessionCondition::Phantom;
    if (is_offline(session))
        return SessionCondition::Offline;
    if (session.has(HealthSign::Silent))
        return SessionCondition::Silent;
    return session.state == OrderState::Created ? SessionCondition::Starting : SessionCondition::Charging;
}

bool is_offline(const SessionView &session)
{
    return is_running(session) && (session.connection == Connection::Offline || session.has(HealthSign::Offline));
}

std::optional<HealthSign> worst_sign(const SessionView &session)
{
    for (const HealthSign sign : signs_worst_first) {
        if (session.has(sign) || (sign == HealthSign::Offline && is_offline(session)))
            return sign;
    }
    return std::nullopt;
}

bool needs_look(const SessionView &session)
{
    if (!is_running(session))
        return condition_of(session) == SessionCondition::Settling || was_cut_off(session);
    const auto sign = worst_sign(session);
    return sign && *sign != HealthSign::ReadingsExcluded;
}

Tone tone_of(SessionCondition condition)
{
    switch (condition) {
    case SessionCondition::Fault:
    case SessionCondition::Phantom:
        return Tone::Bad;
    case SessionCondition::Offline:
    case SessionCondition::Silent:
        return Tone::Warn;
    case SessionCondition::Charging:
        return Tone::Ok;
    case SessionCondition::Starting:
    case SessionCondition::Settling:
        return Tone::Info;
    case SessionCondition::Settled:
    case SessionCondition::AfterSales:
    case SessionCondition::Cancelled:
        break;
    }
    return Tone::Neutral;
}

ChipShape shape_of(SessionCondition condition)
{
    switch (condition) {
    case SessionCondition::Fault:
    case SessionCondition::Phantom:
        return ChipShape::Triangle;
    case SessionCondition::Offline:
    case SessionCondition::Silent:
        return ChipShape::Ring;
    case SessionCondition::Charging:
    case SessionCondition::Starting:
        return ChipShape::Dot;
    case SessionCondition::Settling:
    case SessionCondition::Settled:
    case SessionCondition::AfterSales:
    case SessionCondition::Cancelled:
        break;
    }
    return ChipShape::Square;
}

Tone health_tone(const SessionView &session)
{
    if (!is_running(session)) {
        if (was_cut_off(session))
            return Tone::Bad;
        return session.owed.is_positive() ? Tone::Warn : Tone::Neutral;
    }
    const auto sign = worst_sign(session);
    if (!sign)
        return Tone::Ok;
    switch (*sign) {
    case HealthSign::Fault:
    case HealthSign::Phantom:
    case HealthSign::MeterFast:
        return Tone::Bad;
    default:
        return Tone::Warn;
    }
}

}  // namespace aftercharge
