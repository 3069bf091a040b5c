// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"

#include <QtTest>
#include <QtWidgets>

#include "ui/common/nav_item.h"
#include "ui/common/theme.h"

namespace aftercharge {

namespace {

constexpr int rest_ms = 120;
// Fewer colours than a page with its text has.
constexpr int blank_colours = 40;

QFrame *frame_part(const char *role)
{
    auto *part = new QFrame;
    part->setProperty("role", QString::fromLatin1(role));
    return part;
}

QFrame *navigation_with(const ThemeController &themes, IconName icon)
{
    auto *navigation = frame_part("navigation");
    navigation->setFixedWidth(Space::navigation);
    auto *items = new QVBoxLayout(navigation);
    items->setContentsMargins(8, 10, 8, 8);
    auto *item = new NavItem(themes, icon, QString());
    item->setChecked(true);
    items->addWidget(item);
    items->addStretch(1);
    return navigation;
}

}  // namespace

PictureLanguage::~PictureLanguage()
{
    QCoreApplication::removeTranslator(&translator_);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

bool PictureLanguage::speak(bool chinese)
{
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedStates));
    return !chinese ||
           (translator_.load(QStringLiteral(CHINESE_QM)) && QCoreApplication::installTranslator(&translator_));
}

void add_picture_rows()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QSize &size : {QSize(1440, 900), QSize(1366, 768)}) {
        for (const bool chinese : {false, true}) {
            for (const bool dark : {false, true})
                QTest::addRow("%s-%s-%d", chinese ? "zh" : "en", dark ? "dark" : "light", size.width())
                    << chinese << dark << size;
        }
    }
}

std::unique_ptr<QWidget> framed(const ThemeController &themes, QWidget *page, IconName icon)
{
    auto frame = std::make_unique<QWidget>();
    frame->setProperty("role", QStringLiteral("page"));
    frame->setAttribute(Qt::WA_StyledBackground);
    auto *bar = frame_part("strip");
    bar->setFixedHeight(44);
    auto *status = frame_part("bar");
    status->setFixedHeight(26);
    auto *grid = new QGridLayout(frame.get());
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(bar, 0, 0, 1, 2);
    grid->addWidget(navigation_with(themes, icon), 1, 0);
    grid->addWidget(page, 1, 1);
    grid->addWidget(status, 2, 0, 1, 2);
    return frame;
}

void save_picture(QWidget &widget, const QString &name)
{
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../pictures"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QTest::qWait(rest_ms);
    const QImage image = widget.grab().toImage();
    QVERIFY2(image.save(folder.filePath(name + QStringLiteral(".png"))), qPrintable(name));
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY2(colours.size() > blank_colours, qPrintable(name));
}

}  // namespace aftercharge
