// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include "ui/common/chip.h"
#include "ui/common/enum_words.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/search_field.h"
#include "ui/common/state_chip.h"

namespace aftercharge {
namespace {

constexpr int mark_size = 14;
constexpr int page_margin = 14;

QString initials(const QString &name)
{
    // Of a Chinese name the family name stands for the person.
    if (!name.isEmpty() && name.at(0).script() == QChar::Script_Han)
        return name.left(1);
    QString letters;
    for (const QString &part : name.split(u' ', Qt::SkipEmptyParts))
        letters += part.left(1).toUpper();
    return letters.size() > 2 ? QString(letters.left(1) + letters.right(1)) : letters;
}

// Who works here: initials on a soft disc, the name over the role. The whole opens the menu.
class PersonButton : public QToolButton {
public:
    PersonButton(const ThemeController &themes, const QString &name, const QString &role, QWidget *parent)
        : QToolButton(parent), themes_(themes), name_(name), role_(role), initials_(initials(name))
    {
        setPopupMode(QToolButton::InstantPopup);
        setFocusPolicy(Qt::StrongFocus);
        setToolTip(QString(name + QStringLiteral(" · ") + role));
    }

    QSize sizeHint() const override
    {
        const ThemeFonts &fonts = themes_.theme().fonts;
        const int words = std::max(QFontMetrics(fonts.body).horizontalAdvance(name_),
                                   QFontMetrics(fonts.caption).horizontalAdvance(role_));
        return {margin + disc + Space::s + words + Space::s + arrow + margin, 36};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themes_.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (underMouse() || isDown()) {
            painter.setBrush(theme.hover);
            painter.drawRoundedRect(rect(), Space::radius_small, Space::radius_small);
        }
        const QRect round(margin, (height() - disc) / 2, disc, disc);
        painter.setBrush(theme.selection);
        painter.drawEllipse(round);
        painter.setFont(theme.fonts.caption_strong);
        painter.setPen(theme.accent);
        painter.drawText(round, Qt::AlignCenter, initials_);
        // The lines are set by their middle: a Chinese name is taller than its role.
        const int left = round.right() + 1 + Space::s;
        const int width = this->width() - left - margin;
        painter.setFont(theme.fonts.body);
        painter.setPen(theme.text);
        painter.drawText(QRect(left, 2, width, 17), Qt::AlignLeft | Qt::AlignVCenter, name_);
        painter.setFont(theme.fonts.caption);
        painter.setPen(theme.muted);
        painter.drawText(QRect(left, 18, width, 15), Qt::AlignLeft | Qt::AlignVCenter, role_);
        themes_.icons().paint(painter, QRect(this->width() - margin - arrow, (height() - arrow) / 2, arrow, arrow),
                              IconName::Chevron, theme.muted);
        if (hasFocus())
            paint_focus_ring(painter, rect(), theme, Space::radius_small);
    }

private:
    static constexpr int disc = 26;
    static constexpr int arrow = 12;
    static constexpr int margin = 6;
    const ThemeController &themes_;
    QString name_;
    QString role_;
    QString initials_;
};

}  // namespace

TopBar::TopBar(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    setFixedHeight(44);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::l, 0, Space::s, 0);
    row->setSpacing(Space::s);
    auto *mark = new QLabel(this);
    mark->setPixmap(
        context.themes.icons().pixmap(IconName::Bolt, mark_size, context.themes.theme().text, devicePixelRatioF()));
    row->addWidget(mark);
    auto *name = make_label(LabelRole::Heading, QStringLiteral("Aftercharge"), this);
    // The search field begins where the page does.
    name->setFixedWidth(Space::navigation + page_margin - Space::l - mark_size - 2 * Space::s);
    row->addWidget(name);
    search_ = new SearchField(context.themes, tr("Search orders, members, tickets, charge points…"),
                              QStringLiteral("Ctrl K"), this);
    search_->setAccessibleName(tr("Search and commands"));
    search_->setMaximumWidth(520);
    row->addWidget(search_, 1);
    row->addStretch();
    store_ = new StateChip(context.themes, this);
    store_->setToolTip(QString::fromStdString(context.network.name));
    row->addWidget(store_);
    show_store();
    if (context.store)
        connect(context.store, &StoreStatus::changed, this, &TopBar::show_store);
    add_person();
    connect(&context.themes, &ThemeController::themeChanged, this, [this, mark] {
        mark->setPixmap(context_.themes.icons().pixmap(IconName::Bolt, mark_size, context_.themes.theme().text,
                                                       devicePixelRatioF()));
        update();
    });
}

void TopBar::show_store()
{
    if (!context_.store)
        return store_->set_state(Tone::Ok, ChipShape::Dot, tr("local, encrypted"));
    const SharedStoreState &state = context_.store->state();
    if (state.unreachable_since)
        return store_->set_state(Tone::Bad, ChipShape::Dot, tr("store away"));
    store_->set_state(Tone::Ok, ChipShape::Dot, tr("Shared store · %1").arg(QString::fromStdString(state.host)));
}

void TopBar::add_person()
{
    const QString name = QString::fromStdString(context_.person.display_name.empty() ? context_.person.name.text()
                                                                                     : context_.person.display_name);
    auto *more = new PersonButton(context_.themes, name, EnumWords::role(context_.person.role), this);
    more->setAccessibleName(tr("Language, theme, lock"));
    auto *menu = new QMenu(more);
    menu->addAction(context_.themes.icons().icon(IconName::Language), tr("中文"), this, &TopBar::languageToggled);
    menu->addAction(context_.themes.icons().icon(context_.themes.theme().dark ? IconName::Sun : IconName::Moon),
                    context_.themes.theme().dark ? tr("Light theme") : tr("Dark theme"), this, &TopBar::themeToggled);
    menu->addSeparator();
    menu->addAction(context_.themes.icons().icon(IconName::Lock), tr("Lock"), this, &TopBar::lockRequested);
    more->setMenu(menu);
    layout()->addWidget(more);
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = context_.themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.navigation);
    painter.setPen(theme.border);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}  // namespace aftercharge
