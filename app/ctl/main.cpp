// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCoreApplication>
#include <QtCore/QLoggingCategory>

#include "app/ctl/command_line.h"

using namespace aftercharge::ctl;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // Scripts are promised one line; what Qt's driver of the store adds by itself is not for them.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    CommandLine line;
    add_store_commands(line);
    add_operator_commands(line);
    add_station_commands(line);
    add_charge_point_commands(line);
    add_member_commands(line);
    add_tariff_commands(line);
    add_session_commands(line);
    add_order_commands(line);
    add_token_commands(line);
    add_ticket_commands(line);
    add_refund_commands(line);
    add_goods_commands(line);
    add_reship_commands(line);
    add_claim_commands(line);
    add_approval_commands(line);
    add_batch_commands(line);
    add_gateway_commands(line);
    add_state_machine_commands(line);
    add_audit_commands(line);
    return line.run(argc, argv);
}
