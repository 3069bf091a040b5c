// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace aftercharge {

class ThemeController;

// A choice between few views of one page, side by side; arrow keys change it, as they do with
// filter chips. It only tells: who shows the views sets it again.
class ViewSwitch : public QWidget {
    Q_OBJECT
public:
    ViewSwitch(const ThemeController &themes, const QStringList &views, QWidget *parent = nullptr);

    void set_current(int view);
    int current() const;
    void set_count(int view, int count);  // 0 shows nothing
    void take_focus();

Q_SIGNALS:
    void chosen(int view);

private:
    QButtonGroup *group_;
};

}  // namespace aftercharge
