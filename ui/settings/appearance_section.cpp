// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_section.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/labels.h"

namespace aftercharge {

namespace {

// As main reads it at the next start.
QString name_of(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

}  // namespace

AppearanceSection::AppearanceSection(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), choices_(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(context.themes, this);
    card->set_title(tr("Appearance"), tr("on this desk"));
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(Space::m, Space::m, Space::m, Space::m);
    inner->setSpacing(Space::s);
    inner->addWidget(make_label(LabelRole::Heading, tr("Theme"), card));
    const auto add = [&](const QString &text, ThemeChoice choice) {
        auto *button = new QRadioButton(text, card);
        choices_->addButton(button, static_cast<int>(choice));
        inner->addWidget(button);
    };
    add(tr("As the system"), ThemeChoice::System);
    add(tr("Light"), ThemeChoice::Light);
    add(tr("Dark"), ThemeChoice::Dark);
    inner->addSpacing(Space::s);
    inner->addWidget(make_label(LabelRole::Heading, tr("Language"), card));
    auto *note = make_label(
        LabelRole::Muted,
        tr("Chinese and English, in the menu beside your name at the top right. It changes at once; "
           "numbers and dates follow."),
        card);
    note->setWordWrap(true);
    inner->addWidget(note);
    card->body()->addLayout(inner);
    column->addWidget(card);
    column->addStretch(1);
    const auto show_choice = [this] { choices_->button(static_cast<int>(context_.themes.choice()))->setChecked(true); };
    show_choice();
    connect(choices_, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<ThemeChoice>(id)); });
    connect(&context.themes, &ThemeController::themeChanged, this, show_choice);
}

void AppearanceSection::choose(ThemeChoice choice)
{
    context_.themes.set_choice(choice);
    context_.settings.setValue(QStringLiteral("theme"), name_of(choice));
}

}  // namespace aftercharge
