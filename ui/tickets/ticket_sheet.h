// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/presence.h"
#include "ui/common/sheet.h"

class QComboBox;
class QPlainTextEdit;

namespace aftercharge {

class Banner;
class MoneyLeaseKeeper;
class PeopleNames;
struct DeskContext;

// A sheet of the ticket page: what was refused stands in a strip over the buttons, and
// Ctrl+Enter is the primary action. One that moves money holds the order's lease while it is open;
// while somebody else does, or when the ticket is another by now, it can be read only.
class TicketSheet : public Sheet {
    Q_OBJECT
public:
    TicketSheet(DeskContext &context, QWidget *page);

    // The answer to the primary action was no: the sentence is shown, the sheet stays.
    void refuse(const QString &sentence);
    Banner *strip() const { return strip_; }
    void set_width(int width);

    // The money lease that it holds or waits for; none of a sheet that moves no money.
    MoneyLeaseKeeper *money_lease() const { return lease_; }
    // What stands over a content that can be read only: who holds the lease, or what changed.
    Banner *line() const { return line_; }
    // The ticket is another by now: nothing can be decided from here. `sentence` says so.
    void say_outdated(const QString &sentence);

    // What the person wrote in his own words, to be kept where the sheet is made anew.
    QString words() const;
    void set_words(const QString &words);

Q_SIGNALS:
    // The person wants the sheet made anew from the newest state; also when the lease became
    // free, for whoever held it has probably decided something.
    void anewRequested();

protected:
    void hold_money(const OrderNo &order_no);  // from when it is opened until it is closed
    // Reading goes on, writing does not.
    virtual void set_content_enabled(bool enabled);
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void fit();  // after words changed that may take more lines
    // A caption over its field.
    QWidget *field(const QString &caption, QWidget *widget);
    QPlainTextEdit *text_field(const QString &name, int height);
    void finish_body();  // the strip comes last
    void submit();

    DeskContext &context_;

private:
    void show_holder(const LeaseHolder &holder, const PeopleNames &people);
    void lease_refused(const LeaseHolder &holder);
    void lease_granted();
    void show_line(const QString &sentence, const QString &action);

    Banner *strip_;
    Banner *line_;
    MoneyLeaseKeeper *lease_ = nullptr;
    bool outdated_ = false;
    int width_ = 560;
};

}  // namespace aftercharge
