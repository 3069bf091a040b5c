// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/discrepancy.h"
#include "ui/common/desk_context.h"
#include "ui/common/sheet.h"

class QLabel;
class QPlainTextEdit;

namespace aftercharge {

class Banner;

// The word about how a discrepancy was resolved; without one it stays open.
class ResolveSheet : public Sheet {
    Q_OBJECT
public:
    ResolveSheet(DeskContext &context, QWidget *page);
    void ask(const Discrepancy &row);

Q_SIGNALS:
    void resolved(const aftercharge::Discrepancy &row);
    void refused();

private:
    void resolve();

    DeskContext &context_;
    Discrepancy row_;
    QLabel *sentence_;
    QPlainTextEdit *word_;
    Banner *trouble_;
};

}  // namespace aftercharge
