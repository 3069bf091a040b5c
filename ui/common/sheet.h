// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace aftercharge {

class Button;
class ThemeController;

// A question within its page: it dims the page and leaves the rest of the program alone.
// It keeps the keyboard focus of its page until it is closed; Esc cancels. Never modal,
// never exec(). It does not close itself on the primary action: the page calls
// set_busy(true) and then close_sheet() when the work has been done, or shows an error.
class Sheet : public QWidget {
    Q_OBJECT
public:
    Sheet(const ThemeController &themes, QWidget *page);
    ~Sheet() override;

    void set_title(const QString &title, const QString &caption = {});
    // Where the page puts its content.
    QVBoxLayout *body() const { return body_; }
    void set_footer_note(const QString &note);
    // The button says what will happen: "Refund ¥4.36 to balance".
    void set_primary(const QString &text, bool danger = false);
    void set_primary_enabled(bool enabled);
    void set_busy(bool busy);  // primary action waits; Esc still cancels
    // Whatever the content says, the primary action is not to be had.
    void set_blocked(bool blocked);
    // Instead of "Cancel", in the language of now.
    void set_close_text(const QString &text);
    // Left of Cancel; the sheet takes it.
    void add_footer_button(Button *button);
    void set_panel_width(int width);

    void open();
    void close_sheet();
    bool is_open() const { return open_; }
    Button *primary_button() const { return primary_; }
    Button *cancel_button() const { return cancel_; }

Q_SIGNALS:
    void accepted();
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void place();
    void cancel();
    void keep_focus(QWidget *now);
    void dress_primary();
    QList<QWidget *> stops() const;

    const ThemeController &themes_;
    QWidget *page_;
    QWidget *panel_;
    QLabel *title_;
    QLabel *caption_;
    QLabel *note_;
    QVBoxLayout *body_;
    QHBoxLayout *foot_;
    Button *cancel_;
    Button *primary_;
    QString close_text_;
    QPointer<QWidget> focus_before_;
    int panel_width_ = 560;
    bool open_ = false;
    bool enabled_ = true;
    bool busy_ = false;
    bool blocked_ = false;
};

}  // namespace aftercharge
