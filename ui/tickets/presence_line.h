// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace aftercharge {

class ThemeController;

// Colleagues in one low line: a round picture with initials each, then what they do in words. It
// keeps its height when nobody is there and never asks for width: nothing beside it moves.
class PresenceLine : public QWidget {
    Q_OBJECT
public:
    struct Person {
        QString initials;
        QString words;         // "Chen Min is editing a reply"
        bool writing = false;  // more than a look
        friend bool operator==(const Person &, const Person &) = default;
    };
    explicit PresenceLine(const ThemeController &themes, QWidget *parent = nullptr);
    void set_people(const QList<Person> &people);
    QString text() const;  // all that is said
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    QList<Person> people_;
};

}  // namespace aftercharge
