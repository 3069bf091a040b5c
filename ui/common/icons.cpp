// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <array>

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/common/theme_controller.h"

// Outside of the namespace, as Q_INIT_RESOURCE demands: it links the resource of this static library.
static void load_icon_resource()
{
    Q_INIT_RESOURCE(icons);
}

namespace aftercharge {

namespace {

// Draws from the theme of the moment, so that an icon once set follows a change of theme.
class ThemedEngine : public QIconEngine {
public:
    ThemedEngine(IconName name, const ThemeController &themes) : name_(name), themes_(themes) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        themes_.icons().paint(*painter, rect, name_, colour(mode));
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(std::min(size.width(), size.height()) / scale);
        return themes_.icons().pixmap(name_, side, colour(mode), scale);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QIconEngine *clone() const override { return new ThemedEngine(name_, themes_); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const Theme &theme = themes_.theme();
        if (mode == QIcon::Disabled)
            return theme.faint;
        return mode == QIcon::Selected ? theme.accent : theme.text;
    }

    IconName name_;
    const ThemeController &themes_;
};

}  // namespace

QString icon_file(IconName name)
{
    static constexpr std::array<const char *, 30> files{
        "live",     "tickets", "refunds", "claims", "orders",   "approvals", "reports", "audit",
        "settings", "search",  "lock",    "stop",   "export",   "warning",   "phantom", "offline",
        "close",    "chevron", "sun",     "moon",   "language", "user",      "plug",    "bolt",
        "filter",   "table",   "key",     "eye",    "eye_off",  "folder"};
    return QLatin1String(files[static_cast<std::size_t>(name)]);
}

Icons::Icons(const ThemeController &themes) : themes_(themes)
{
    load_icon_resource();
}

QIcon Icons::icon(IconName name) const
{
    return QIcon(new ThemedEngine(name, themes_));
}

QByteArray Icons::svg(IconName name) const
{
    QByteArray &source = sources_[name];
    if (source.isEmpty()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(icon_file(name)));
        if (file.open(QIODevice::ReadOnly))
            source = file.readAll();
    }
    return source;
}

QPixmap Icons::pixmap(IconName name, int size, const QColor &colour, qreal device_pixel_ratio) const
{
    const QString key =
        QStringLiteral("%1/%2/%3/%4").arg(static_cast<int>(name)).arg(size).arg(colour.rgba()).arg(device_pixel_ratio);
    if (const auto known = drawn_.constFind(key); known != drawn_.constEnd())
        return *known;
    QByteArray source = svg(name);
    source.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(source);
    QPixmap pixmap(QSize(size, size) * device_pixel_ratio);
    pixmap.setDevicePixelRatio(device_pixel_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    drawn_.insert(key, pixmap);
    return pixmap;
}

void Icons::paint(QPainter &painter, const QRect &rect, IconName name, const QColor &colour) const
{
    const int side = std::min(rect.width(), rect.height());
    const QPoint corner(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    painter.drawPixmap(corner, pixmap(name, side, colour, painter.device()->devicePixelRatioF()));
}

void Icons::forget()
{
    drawn_.clear();
}

}  // namespace aftercharge
