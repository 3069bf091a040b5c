// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace aftercharge {

class ThemeController;

// Time, point and sentence, the sentence on two lines where it needs them.
class EventDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    EventDelegate(const ThemeController &themes, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeController &themes_;
};

// What happened, newest first. Enter or a double click asks for the session.
class EventList : public QListView {
    Q_OBJECT
public:
    explicit EventList(const ThemeController &themes, QWidget *parent = nullptr);
    // Said where there is no event.
    void set_placeholder(const QString &text) { placeholder_ = text; }

Q_SIGNALS:
    void eventActivated(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    QString placeholder_;
};

}  // namespace aftercharge
