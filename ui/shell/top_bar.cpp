// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/enum_words.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/search_field.h"
#include "ui/common/state_chip.h"

namespace aftercharge {
namespace {

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

// The person's initials on a soft disc.
class Avatar : public QWidget {
public:
    Avatar(const ThemeController &themes, const QString &name, QWidget *parent)
        : QWidget(parent), themes_(themes), text_(initials(name))
    {
        setFixedSize(26, 26);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themes_.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.selection);
        painter.drawEllipse(rect());
        painter.setFont(theme.fonts.caption_strong);
        painter.setPen(theme.accent);
        painter.drawText(rect(), Qt::AlignCenter, text_);
    }

private:
    const ThemeController &themes_;
    QString text_;
};

}  // namespace

TopBar::TopBar(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    setFixedHeight(44);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::l, 0, Space::m, 0);
    row->setSpacing(Space::m);
    auto *mark = new QLabel(this);
    mark->setPixmap(context.themes.icons().pixmap(IconName::Bolt, 14, context.themes.theme().text, devicePixelRatioF()));
    row->addWidget(mark);
    auto *name = make_label(LabelRole::Heading, QStringLiteral("Aftercharge"), this);
    name->setFixedWidth(Space::navigation - Space::l - Space::m - 14 - Space::s);
    row->addWidget(name);
    search_ = new SearchField(context.themes, tr("Search orders, members, tickets, charge points…"),
                              QStringLiteral("Ctrl K"), this);
    search_->setAccessibleName(tr("Search and commands"));
    search_->setMaximumWidth(520);
    row->addWidget(search_, 1);
    row->addStretch();
    auto *store = new StateChip(context.themes, this);
    store->set_state(Tone::Ok, ChipShape::Dot, tr("local, encrypted"));
    store->setToolTip(QString::fromStdString(context.network.name));
    row->addWidget(store);
    add_person();
    connect(&context.themes, &ThemeController::themeChanged, this, [this, mark] {
        mark->setPixmap(
            context_.themes.icons().pixmap(IconName::Bolt, 14, context_.themes.theme().text, devicePixelRatioF()));
        update();
    });
}

void TopBar::add_person()
{
    const QString name = QString::fromStdString(context_.person.display_name.empty() ? context_.person.name.text()
                                                                                     : context_.person.display_name);
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addWidget(new Avatar(context_.themes, name, this));
    auto *names = new QWidget(this);
    auto *column = new QVBoxLayout(names);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(make_label(LabelRole::Body, name, names));
    column->addWidget(make_label(LabelRole::Caption, EnumWords::role(context_.person.role), names));
    row->addWidget(names);
    auto *more = new QToolButton(this);
    more->setIcon(context_.themes.icons().icon(IconName::Chevron));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAccessibleName(tr("Language, theme, lock"));
    auto *menu = new QMenu(more);
    menu->addAction(context_.themes.icons().icon(IconName::Language), tr("中文"), this, &TopBar::languageToggled);
    menu->addAction(context_.themes.icons().icon(context_.themes.theme().dark ? IconName::Sun : IconName::Moon),
                    context_.themes.theme().dark ? tr("Light theme") : tr("Dark theme"), this, &TopBar::themeToggled);
    menu->addSeparator();
    menu->addAction(context_.themes.icons().icon(IconName::Lock), tr("Lock"), this, &TopBar::lockRequested);
    more->setMenu(menu);
    row->addWidget(more);
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
