// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/approval_picture.h"
#include "ui/common/desk_context.h"
#include "ui/common/sheet.h"
#include "ui/decisions/vote_words.h"

class QLabel;

namespace aftercharge {

class Banner;
class DifferenceView;
struct DifferenceRow;

// The last question before something is approved. What happens is in the button: the last of the
// approvals that it needs moves the money, one before it is counted. It approves what it showed:
// once that is another, nothing can be approved from here, and what is another is shown.
// Ctrl+Enter approves.
class DecisionSheet : public Sheet {
    Q_OBJECT
public:
    DecisionSheet(DeskContext &context, QWidget *page);

    void say_changed();
    DifferenceView *differences() const { return differences_; }

Q_SIGNALS:
    // Somebody else was faster, or it is another by now.
    void refused();

protected:
    // `decided` is what the last approval does: "Approve ¥23.40 to balance".
    void begin(const QString &title, const QString &number, const QString &sentence, const VoteCase &votes,
               const QString &decided);
    void set_sentence(const QString &sentence);
    void set_width(int width);
    void fit();
    void refuse(const Error &error);
    void show_differences(const QList<DifferenceRow> &rows);
    // Reads what was asked about as it stands now; then show_differences().
    virtual void read_differences() = 0;

    DeskContext &context_;
    VoteCase votes_;

private:
    QLabel *sentence_;
    QLabel *counted_;
    Banner *trouble_;
    DifferenceView *differences_;
    int width_ = 560;
    bool refused_ = false;  // the engine has said why, and that stays
};

}  // namespace aftercharge
