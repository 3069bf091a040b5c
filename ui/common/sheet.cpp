// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sheet.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "ui/common/button.h"
#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("separator"));
    line->setFixedHeight(1);
    return line;
}

// Clicks in the panel must not reach the page below.
class Panel : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
};

}  // namespace

Sheet::Sheet(const ThemeController &themes, QWidget *page)
    : QWidget(page), themes_(themes), page_(page), panel_(new Panel(this)), title_(make_label(LabelRole::Title, {})),
      caption_(make_label(LabelRole::Caption, {})), note_(make_label(LabelRole::Caption, {})), body_(new QVBoxLayout),
      foot_(new QHBoxLayout), cancel_(new Button(themes, ButtonRole::Secondary, tr("Cancel"))),
      primary_(new Button(themes, ButtonRole::Primary, {}))
{
    build();
    hide();
    page_->installEventFilter(this);
    connect(cancel_, &QPushButton::clicked, this, &Sheet::cancel);
    connect(primary_, &QPushButton::clicked, this, &Sheet::accepted);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { keep_focus(now); });
}

Sheet::~Sheet()
{
    // A field with the focus gives it up while the children go, when this is a QWidget only.
    disconnect(qApp, nullptr, this, nullptr);
}

void Sheet::build()
{
    cancel_->set_key_hint(QStringLiteral("Esc"));
    auto *column = new QVBoxLayout(panel_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::l, 14, Space::l, 14);
    head->addWidget(title_);
    head->addStretch(1);
    head->addWidget(caption_);
    column->addLayout(head);
    column->addWidget(hairline());
    body_->setContentsMargins(Space::l, Space::m, Space::l, Space::m);
    body_->setSpacing(Space::m);
    column->addLayout(body_, 1);
    column->addWidget(hairline());
    foot_->setContentsMargins(Space::l, Space::m, Space::l, Space::m);
    foot_->setSpacing(Space::s);
    note_->setWordWrap(true);
    foot_->addWidget(note_, 1);
    foot_->addWidget(cancel_);
    foot_->addWidget(primary_);
    column->addLayout(foot_);
}

void Sheet::set_title(const QString &title, const QString &caption)
{
    title_->setText(title);
    caption_->setText(caption);
    setAccessibleName(title);
}

void Sheet::set_footer_note(const QString &note)
{
    note_->setText(note);
}

void Sheet::set_primary(const QString &text, bool danger)
{
    primary_->setText(text);
    primary_->set_role(danger ? ButtonRole::DangerFilled : ButtonRole::Primary);
    primary_->updateGeometry();
}

void Sheet::set_primary_enabled(bool enabled)
{
    enabled_ = enabled;
    primary_->setEnabled(enabled && !blocked_);
}

void Sheet::set_busy(bool busy)
{
    busy_ = busy;
    dress_primary();
    setCursor(busy ? Qt::BusyCursor : Qt::ArrowCursor);
}

void Sheet::set_blocked(bool blocked)
{
    blocked_ = blocked;
    dress_primary();
}

void Sheet::dress_primary()
{
    primary_->setEnabled(enabled_ && !busy_ && !blocked_);
}

void Sheet::set_close_text(const QString &text)
{
    close_text_ = text;
    cancel_->setText(text);
    cancel_->updateGeometry();
}

void Sheet::add_footer_button(Button *button)
{
    foot_->insertWidget(foot_->indexOf(cancel_), button);
}

void Sheet::set_panel_width(int width)
{
    panel_width_ = width;
    place();
}

void Sheet::open()
{
    focus_before_ = QApplication::focusWidget();
    open_ = true;
    // The language may have changed.
    cancel_->setText(close_text_.isEmpty() ? tr("Cancel") : close_text_);
    place();
    show();
    raise();
    const QList<QWidget *> all = stops();
    // The first field of the content; the buttons come last.
    (all.isEmpty() ? static_cast<QWidget *>(cancel_) : all.first())->setFocus(Qt::OtherFocusReason);
}

void Sheet::close_sheet()
{
    if (!open_)
        return;
    open_ = false;
    hide();
    if (focus_before_)
        focus_before_->setFocus(Qt::OtherFocusReason);
}

void Sheet::cancel()
{
    if (!open_)
        return;
    close_sheet();
    Q_EMIT cancelled();
}

void Sheet::place()
{
    setGeometry(page_->rect());
    const int width = std::min(panel_width_, page_->width() - 2 * Space::l);
    panel_->setFixedWidth(std::max(width, 200));
    panel_->layout()->activate();
    const int wanted = panel_->hasHeightForWidth() ? panel_->heightForWidth(panel_->width())
                                                   : panel_->sizeHint().height();
    const int height = std::min(wanted, page_->height() - 2 * Space::l);
    panel_->setGeometry((this->width() - panel_->width()) / 2, std::max(Space::l, (this->height() - height) * 2 / 5),
                        panel_->width(), height);
    update();
}

QList<QWidget *> Sheet::stops() const
{
    QList<QWidget *> found;
    for (QWidget *widget = nextInFocusChain(); widget && widget != this; widget = widget->nextInFocusChain()) {
        if (panel_->isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() &&
            widget->isVisibleTo(this))
            found.append(widget);
    }
    // Content first, then Cancel and the action: the order in which they are read.
    for (QWidget *last : {static_cast<QWidget *>(cancel_), static_cast<QWidget *>(primary_)}) {
        if (found.removeAll(last) > 0)
            found.append(last);
    }
    return found;
}

bool Sheet::focusNextPrevChild(bool next)
{
    const QList<QWidget *> all = stops();
    if (all.isEmpty())
        return true;
    const qsizetype now = all.indexOf(QApplication::focusWidget());
    const qsizetype step = next ? 1 : all.size() - 1;
    const qsizetype to = now < 0 ? (next ? 0 : all.size() - 1) : (now + step) % all.size();
    all[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Sheet::keep_focus(QWidget *now)
{
    if (!open_ || !now || now == this || isAncestorOf(now) || !page_->isAncestorOf(now))
        return;
    // A newer sheet above this one may have it.
    for (QWidget *up = now; up && up != page_; up = up->parentWidget()) {
        if (up != this && qobject_cast<Sheet *>(up))
            return;
    }
    const QList<QWidget *> all = stops();
    (all.isEmpty() ? static_cast<QWidget *>(cancel_) : all.first())->setFocus(Qt::OtherFocusReason);
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    event->accept();
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Sheet::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == page_ && event->type() == QEvent::Resize && open_)
        place();
    return QWidget::eventFilter(watched, event);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    painter.fillRect(rect(), theme.dim);
    const QRectF box = panel_->geometry();
    // A soft shadow: rings that grow and fade (an effect would redraw the panel each time).
    painter.setPen(Qt::NoPen);
    QColor shade = theme.shadow;
    shade.setAlpha(theme.dark ? 9 : 4);
    painter.setBrush(shade);
    for (int ring = 36; ring > 0; ring -= ring > 12 ? 3 : 2)
        painter.drawRoundedRect(box.adjusted(-ring, -ring + 12, ring, ring + 12), 8 + ring, 8 + ring);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), Space::radius, Space::radius);
}

}  // namespace aftercharge
