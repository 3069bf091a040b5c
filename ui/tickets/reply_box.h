// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace aftercharge {

class Button;
class FilterChip;
struct DeskContext;

// The line at the foot of a ticket: a reply to the customer, or a note among colleagues.
// Ctrl+Enter sends, Ctrl+Shift+Enter sends and goes on to the next ticket.
class ReplyBox : public QWidget {
    Q_OBJECT
public:
    explicit ReplyBox(DeskContext &context, QWidget *parent = nullptr);

    void begin(bool note);  // puts the cursor there
    void clear();
    void set_busy(bool busy);
    bool is_note() const;
    bool is_writing() const;  // something stands there
    QPlainTextEdit *edit() const { return edit_; }

Q_SIGNALS:
    void sent(const QString &text, bool note, bool then_next);
    void escaped();
    void writingChanged();  // begun or ended, to the customer or as a note

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send(bool then_next);
    void dress();

    QPlainTextEdit *edit_;
    FilterChip *note_;
    Button *send_;
    bool busy_ = false;
    bool was_writing_ = false;
};

}  // namespace aftercharge
