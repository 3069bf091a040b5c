// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/approval_row.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "models/store/sql/canonical.h"

namespace aftercharge {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

// [["fee","23.40"],…]: their order is the screen's.
std::string json_of(const Rows &rows)
{
    QJsonArray array;
    for (const auto &[name, value] : rows)
        array.append(QJsonArray{QString::fromStdString(name), QString::fromStdString(value)});
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

Rows rows_of(const std::string &json)
{
    Rows rows;
    for (const QJsonValue pair : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array())
        rows.emplace_back(pair[0].toString().toStdString(), pair[1].toString().toStdString());
    return rows;
}

}  // namespace

QString columns_of(const ApprovalVote *)
{
    return QStringLiteral("subject, login, currency, amount_minor, up_to_minor, at");
}

void read_row(Query &row, ApprovalVote &v)
{
    Currency currency;
    row.read(v.subject, v.login, currency, MoneyOut{v.amount, currency}, MoneyOut{v.up_to, currency}, v.at);
}

void bind_row(Query &query, const ApprovalVote &v)
{
    query.bind(v.subject, v.login, v.amount.currency(), v.amount, v.up_to, v.at);
}

std::string canonical_of(const ApprovalVote &v)
{
    return Canonical(v.subject, v.login, v.amount, v.up_to, v.at).bytes();
}

std::string key_of(const ApprovalVote &vote)
{
    return vote.subject + " " + vote.login.text();
}

QString picture_columns()
{
    return QStringLiteral("subject, fingerprint, basis, at, rows_json");
}

void read_row(Query &row, ApprovalPicture &p)
{
    std::string json;
    row.read(p.subject, p.fingerprint, p.basis, p.at, json);
    p.rows = rows_of(json);
}

void bind_row(Query &query, const ApprovalPicture &p)
{
    query.bind(p.subject, p.fingerprint, p.basis, p.at, json_of(p.rows));
}

QString batch_columns()
{
    return QStringLiteral("batch_no, share, permille, currency, each_minor, reason_code, note, total_minor, "
                          "row_count, refused, approval, sent_back, requested_by, approved_by, created_at, "
                          "decided_at, carried_out_at, version");
}

void read_row(Query &row, RefundBatch &b)
{
    Currency currency;
    row.read(b.batch_no, b.share, b.permille, currency, MoneyOut{b.each, currency}, b.reason_code, b.note,
             MoneyOut{b.total, currency}, b.rows, b.refused, b.approval, b.sent_back, b.requested_by, b.approved_by,
             b.created_at, b.decided_at, b.carried_out_at, b.version);
}

void bind_rest(Query &query, const RefundBatch &b)
{
    query.bind(b.share, b.permille, b.total.currency(), b.each, b.reason_code, b.note, b.total, b.rows, b.refused,
               b.approval, b.sent_back, b.requested_by, b.approved_by, b.created_at, b.decided_at, b.carried_out_at);
}

QString batch_row_columns()
{
    return QStringLiteral("n, order_no, refund_no, currency, amount_minor, state, refusal_code, refusal_detail");
}

void read_row(Query &row, RefundBatchRow &r)
{
    Currency currency;
    row.read(r.n, r.order_no, r.refund_no, currency, MoneyOut{r.amount, currency}, r.state, r.refusal_code,
             r.refusal_detail);
}

void bind_row(Query &query, const RefundBatchRow &r)
{
    query.bind(r.n, r.order_no, r.refund_no, r.amount.currency(), r.amount, r.state, r.refusal_code, r.refusal_detail);
}

}  // namespace aftercharge
