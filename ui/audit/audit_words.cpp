// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_words.h"

#include <array>

#include "models/item/audit_table_model.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

struct ActionWord {
    std::string_view action;
    const char *source;
};
constexpr std::array<ActionWord, 20> words{{
    {"charge_point.add", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Charge point added")},
    {"charge_point.command", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Command to a charge point")},
    {"member.add", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Member added")},
    {"member.top_up", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Balance topped up")},
    {"operator.add", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Operator added")},
    {"operator.set_limit", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Approval limit set")},
    {"operator.disable", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Operator disabled")},
    {"order.confirm_fee", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Fee confirmed")},
    {"refund.approve", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Refund approved")},
    {"refund.request", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Refund asked for")},
    {"refund.send_back", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Refund sent back")},
    {"station.add", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Station added")},
    {"tariff.import", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Tariff imported")},
    {"token.issue", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Access token issued")},
    {"ticket.take", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Ticket taken")},
    {"ticket.assign", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Ticket assigned")},
    {"ticket.reject", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Ticket rejected")},
    {"ticket.reply", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Customer answered")},
    {"ticket.note", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Ticket noted")},
    {"ticket.reopen", QT_TRANSLATE_NOOP("aftercharge::AuditWords", "Ticket reopened")},
}};

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QString cell(const AuditEntry &entry, int column, const Format &format)
{
    switch (column) {
    case AuditTableModel::Time:
        return format.date_time(entry.at);
    case AuditTableModel::Who:
        return text_of(entry.actor.name);
    case AuditTableModel::From:
        return EnumWords::source(entry.actor.source);
    case AuditTableModel::Action:
        return AuditWords::action(entry.action);
    case AuditTableModel::Subject:
        return text_of(entry.entity_id);
    case AuditTableModel::Detail:
        return text_of(entry.detail);
    default:
        return {};
    }
}

}  // namespace

TableWords<AuditEntry> AuditWords::table(const Format &format)
{
    return {{tr("Time (%1)").arg(format.zone_name()), tr("Who"), tr("From"), tr("What"), tr("Of"), tr("Detail")},
            [format](const AuditEntry &entry, int column) { return cell(entry, column, format); }};
}

QString AuditWords::action(const std::string &action)
{
    const auto *found = std::find_if(words.begin(), words.end(),
                                     [&](const ActionWord &word) { return word.action == action; });
    return found == words.end() ? text_of(action) : tr(found->source);
}

}  // namespace aftercharge
