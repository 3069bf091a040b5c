// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/workflow/goods_view.h"
#include "ui/common/format.h"
#include "ui/tickets/ticket_sheet.h"

class QScrollArea;

namespace aftercharge {

// A decision about a goods order, as a sheet of any page: its content scrolls where the page
// is too low for it; the verdict and the buttons always stay in sight.
class GoodsSheet : public TicketSheet {
    Q_OBJECT
public:
    GoodsSheet(DeskContext &context, const Format &format, int width, QWidget *page);

Q_SIGNALS:
    // Done, in one sentence for the person.
    void finished(const QString &toast);
    // Refused because what is shown is no longer so: it has to be read again.
    void outdated(const aftercharge::Error &error);

protected:
    QVBoxLayout *content() const { return content_; }
    const Format &format() const { return format_; }
    void refit();  // after the content took more or less room
    // The answer was no.
    void refuse_with(const Error &error);
    // Whether the person may promise so much of this order alone, with what he promised before.
    bool within_limit(const Money &amount, const std::vector<Refund> &refunds) const;
    // What the limit means for an amount; `direct_words` says what happens at once within it.
    void show_limit(const Money &amount, bool direct, const QString &direct_words);
    void show_refusal(const QString &sentence);
    QLabel *add_words(const QString &text);  // a muted paragraph
    void set_content_enabled(bool enabled) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow_focus(QWidget *now);
    void size_content();

    Format format_;
    int width_;
    bool refit_due_ = false;
    QScrollArea *scroll_;
    QVBoxLayout *content_;
};

}  // namespace aftercharge
