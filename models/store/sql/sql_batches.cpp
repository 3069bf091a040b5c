// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/approval_row.h"
#include "models/store/sql/keyset.h"
#include "models/store/sql/sql_approvals.h"

namespace aftercharge {

Result<RefundBatch> SqlApprovals::batch(const BatchNo &batch_no)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM refund_batch WHERE batch_no = ?").arg(batch_columns()));
    return one<RefundBatch>(query.bind(batch_no), ErrorCode::BatchNotFound, batch_no.text());
}

Result<std::vector<RefundBatchRow>> SqlApprovals::batch_rows(const BatchNo &batch_no)
{
    Query query(
        context_.database,
        QStringLiteral("SELECT %1 FROM refund_batch_row WHERE batch_no = ? ORDER BY n").arg(batch_row_columns()));
    return all<RefundBatchRow>(query.bind(batch_no));
}

Result<std::optional<BatchNo>> SqlApprovals::batch_of(const RefundNo &refund_no)
{
    Query query(context_.database, QStringLiteral("SELECT batch_no FROM refund_batch_row WHERE refund_no = ? AND "
                                                  "refund_no <> ''"));
    query.bind(refund_no);
    const auto has_row = query.next();
    if (!has_row)
        return tl::unexpected(has_row.error());
    if (!*has_row)
        return std::nullopt;
    BatchNo batch_no;
    query.read(batch_no);
    if (!query.is_understood())
        return tl::unexpected(query.misunderstood());
    return batch_no;
}

Result<Page<RefundBatch>> SqlApprovals::batches(const PageRequest &request)
{
    PagedSelect select(batch_columns(), QStringLiteral("refund_batch"), QStringLiteral("created_at"),
                       QStringLiteral("batch_no"));
    return select.page<RefundBatch>(context_.database, request, [](const RefundBatch &batch) {
        return Cursor{batch.created_at.time_since_epoch().count(), batch.batch_no.text()};
    });
}

Result<std::int64_t> SqlApprovals::batches_waiting()
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM refund_batch WHERE approval = 'WAITING'"));
    return number(query);
}

Result<BatchNo> SqlApprovals::next_batch_no(UtcTime now)
{
    return next_daily_number(context_, "B", now).and_then([](const std::string &text) {
        return BatchNo::from_text(text);
    });
}

Result<void> SqlApprovals::insert(const RefundBatch &batch)
{
    if (!batch.total.is_positive())
        return fail(ErrorCode::MoneyNotPositive, batch.total.to_text());
    Query query(context_.database, insert_sql(QStringLiteral("refund_batch"), batch_columns()));
    query.bind(batch.batch_no);
    bind_rest(query, batch);
    return write(query.bind(batch.version));
}

Result<void> SqlApprovals::update(RefundBatch &batch)
{
    Query query(context_.database, update_sql(QStringLiteral("refund_batch"), batch_columns()));
    bind_rest(query, batch);
    const Result<int> rows = query.bind(batch.version + 1, batch.batch_no, batch.version).run();
    return expect_updated(rows, batch.batch_no.text()).map([&] { ++batch.version; });
}

Result<void> SqlApprovals::insert_row(const BatchNo &batch_no, const RefundBatchRow &row)
{
    Query query(context_.database,
                insert_sql(QStringLiteral("refund_batch_row"), QStringLiteral("batch_no, ") + batch_row_columns()));
    query.bind(batch_no);
    bind_row(query, row);
    return write(query);
}

Result<void> SqlApprovals::update_row(const BatchNo &batch_no, const RefundBatchRow &row, BatchRowState from)
{
    Query query(context_.database,
                QStringLiteral("UPDATE refund_batch_row SET state = ?, refusal_code = ?, refusal_detail = ? WHERE "
                               "batch_no = ? AND n = ? AND state = ?"));
    const Result<int> rows = query.bind(row.state, row.refusal_code, row.refusal_detail, batch_no, row.n, from).run();
    return expect_updated(rows, batch_no.text() + " row " + std::to_string(row.n));
}

}  // namespace aftercharge
