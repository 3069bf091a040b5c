// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QTimer>

#include "models/workflow/refund_batch.h"
#include "ui/common/desk_context.h"
#include "ui/common/sheet.h"

class QLabel;

namespace aftercharge {

class Banner;
class BatchForm;
class BatchResult;
class BusyBar;
class Button;
class CellTableModel;
class DataTable;

// One incident, many sessions: a refund of each, asked for as one decision. Before: what each
// session would get, or why nothing, and the total. After: what came of each.
class BatchSheet : public Sheet {
    Q_OBJECT
public:
    BatchSheet(DeskContext &context, QWidget *page);

    void ask(const std::vector<OrderNo> &orders);
    BatchForm *form() const { return form_; }
    DataTable *preview() const { return table_; }
    BatchResult *result() const { return result_; }
    QString total() const;
    Banner *verdict() const { return verdict_; }

Q_SIGNALS:
    void requested(const aftercharge::RefundBatch &batch);
    void batchRequested(const aftercharge::BatchNo &batch_no);

private:
    void build();
    void quote();
    void quoted(const Result<BatchQuote> &quote);
    void show_quote(const BatchQuote &quote);
    void show_verdict(const BatchQuote &quote);
    void show_refusal(const QString &sentence);
    void request();
    void answered(const RefundBatch &batch);
    void fit();

    DeskContext &context_;
    std::vector<OrderNo> orders_;
    QLabel *sentence_;
    BatchForm *form_;
    DataTable *table_;
    CellTableModel *rows_;
    QLabel *total_;
    Banner *verdict_;
    BusyBar *busy_;
    BatchResult *result_;
    Button *show_;
    BatchNo batch_no_;  // once it was asked for
    QTimer rest_;
    int question_ = 0;
};

}  // namespace aftercharge
