// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/workflow/refund_batch.h"
#include "ui/common/desk_context.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;

namespace aftercharge {

// How much of each session goes back, and why.
class BatchForm : public QWidget {
    Q_OBJECT
public:
    explicit BatchForm(DeskContext &context, QWidget *parent = nullptr);

    void reset();
    // Everything but the orders; an error where the share or the amount is none.
    Result<BatchDraft> draft() const;
    void choose(BatchShare share);
    BatchShare share() const;
    // Why draft() is an error, in words.
    QString refusal() const;
    QLineEdit *value_edit() const { return value_; }

Q_SIGNALS:
    void chosen();  // another share: at once
    void typed();   // a part of a number: when it rests

private:
    void dress_value();

    DeskContext &context_;
    QButtonGroup *shares_;
    QLabel *caption_;
    QLineEdit *value_;
    QComboBox *reason_;
    QLineEdit *note_;
};

// "12.5" or "12,5 %" as 125; none where it is no share from 0.1 to 100 % in tenths.
std::optional<int> permille_from_text(const QString &text);

}  // namespace aftercharge
