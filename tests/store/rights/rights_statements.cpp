// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/rights/rights_statements.h"

#include "tests/store/rights/rights_store.h"

namespace aftercharge {

QString approve(const char *what, int id, const char *number, int amount)
{
    return QStringLiteral("SELECT desk.approve_%1(%2, '%3', %4)")
        .arg(QLatin1String(what), id_text(id), QLatin1String(number))
        .arg(amount);
}

QString submit(int id, const char *verb, const char *subject, const char *arguments)
{
    return QStringLiteral("SELECT desk.submit_decision(%1, '%2', '%3', '%4')")
        .arg(id_text(id), QLatin1String(verb), QLatin1String(subject), QLatin1String(arguments));
}

QString approval(const char *number, const char *by, int amount, int place)
{
    return QStringLiteral("INSERT INTO ledger.payment_refund_approval VALUES ('%1', '%2', 'CNY', %3, 1, 10, %4)")
        .arg(QLatin1String(number), QLatin1String(by))
        .arg(amount)
        .arg(place);
}

QString approved(const char *number, const char *by)
{
    return QStringLiteral(
               "UPDATE ledger.payment_refund SET approval = 'APPROVED', approved_by = '%2', version = version + 1 "
               "WHERE refund_no = '%1'")
        .arg(QLatin1String(number), QLatin1String(by));
}

QString request(const char *number, const char *by, int amount)
{
    return QStringLiteral(
               "INSERT INTO ledger.payment_refund SELECT '%1', kind, order_no, member_id, '', currency, %3, 'INIT', "
               "'WAITING', reason_code, '', '', 'ADMIN', '%2', '', decode(md5('%1'), 'hex'), '', 1, NULL, NULL, "
               "'', '', '', 0, '', 0, 1 FROM ledger.payment_refund WHERE refund_no = 'R-ANN'")
        .arg(QLatin1String(number), QLatin1String(by))
        .arg(amount);
}

QString paid(const char *number, int amount, int place)
{
    return QStringLiteral(
               "INSERT INTO ledger.ledger_transfer VALUES (decode(md5('%1'), 'hex'), 'revenue', '', 'available', "
               "'M-1', 'CNY', %2, 'REFUND', 'O-1', NULL, 1, 'ADMIN', 'sue', 11, %3)")
        .arg(QLatin1String(number))
        .arg(amount)
        .arg(place);
}

}  // namespace aftercharge
