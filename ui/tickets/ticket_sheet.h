// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/sheet.h"

class QComboBox;
class QPlainTextEdit;

namespace aftercharge {

class Banner;
struct DeskContext;

// A sheet of the ticket page: what was refused stands in a strip over the buttons, and
// Ctrl+Enter is the primary action.
class TicketSheet : public Sheet {
    Q_OBJECT
public:
    TicketSheet(DeskContext &context, QWidget *page);

    // The answer to the primary action was no: the sentence is shown, the sheet stays.
    void refuse(const QString &sentence);
    Banner *strip() const { return strip_; }
    void set_width(int width);

protected:
    void fit();  // after words changed that may take more lines
    // A caption over its field.
    QWidget *field(const QString &caption, QWidget *widget);
    QPlainTextEdit *text_field(const QString &name, int height);
    void finish_body();  // the strip comes last
    void submit();

    DeskContext &context_;

private:
    Banner *strip_;
    int width_ = 560;
};

}  // namespace aftercharge
