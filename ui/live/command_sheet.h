// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QObject>
#include <QPointer>

#include "models/workflow/desk_service.h"
#include "ui/common/sheet.h"

class QCheckBox;

namespace aftercharge {

class Banner;
class Format;
class ThemeController;

// Asks before a charge point is told to do something that cannot be undone: which point and
// vehicle, what it stands at, what will happen. Then it waits for the charge point's own
// answer, and says it. Closing the sheet while it waits does not take the command back: the
// answer is then told by done() or refused().
class CommandSheet : public QObject {
    Q_OBJECT

public:
    CommandSheet(const ThemeController &themes, DeskService &desk, QWidget *page);

    void ask_stop(const SessionView &session, const Format &format);
    void ask_unlock(const SessionView &session, const Format &format);
    // `others`: how many more sessions run on the same charge point.
    void ask_reset(const SessionView &session, int others, const Format &format);

    bool is_open() const;
    Sheet *sheet() const { return sheet_; }

Q_SIGNALS:
    void stopAccepted(const aftercharge::OrderNo &order_no);
    void done(const QString &text);
    // After the sheet was closed, or beside it.
    void refused(const QString &text);

private:
    struct Question {
        QString title;
        QString order_no;
        QList<std::pair<QString, QString>> facts;
        QString what_happens;
        QString primary;
        QString done;
        QString refused;  // "%1" is the reason
    };
    void ask(const Question &question, std::function<Answered<void>()> send);
    void add_facts(const QList<std::pair<QString, QString>> &facts);
    void send(const std::function<Answered<void>()> &command);
    void answered(int round, const Result<void> &result);
    QList<std::pair<QString, QString>> facts_of(const SessionView &session, const Format &format) const;

    const ThemeController &themes_;
    DeskService &desk_;
    QWidget *page_;
    QPointer<Sheet> sheet_;
    Banner *progress_ = nullptr;
    QCheckBox *hard_ = nullptr;
    Question question_;
    std::optional<OrderNo> stopping_;
    int round_ = 0;
    bool waiting_ = false;
};

}  // namespace aftercharge
