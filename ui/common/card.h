// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;

namespace aftercharge {

class ThemeController;

// A surface with a hairline and an optional header row: title, caption, then whatever the
// page adds (chips at the left, actions at the right). Content keeps clear of the lower corners.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const ThemeController &themes, QWidget *parent = nullptr);

    // The header appears with the first of these.
    void set_title(const QString &title, const QString &caption = {});
    void add_header_widget(QWidget *widget);  // after the title
    void add_action(QWidget *widget);         // at the right
    // The layout below the header: no margins, no spacing.
    QBoxLayout *body() const { return body_; }
    // A second header inside of the card (as "Events" below a table), with hairlines.
    void add_section(const QString &title, const QString &caption = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *header();

    const ThemeController &themes_;
    QBoxLayout *body_ = nullptr;
    QWidget *header_ = nullptr;
    QHBoxLayout *header_row_ = nullptr;
    QHBoxLayout *actions_ = nullptr;
    QLabel *title_ = nullptr;
    QLabel *caption_ = nullptr;
};

}  // namespace aftercharge
