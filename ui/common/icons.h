// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace aftercharge {

class ThemeController;

enum class IconName {
    Live,
    Tickets,
    Refunds,
    Claims,
    Orders,
    Approvals,
    Reports,
    Audit,
    Settings,
    Search,
    Lock,
    Stop,
    Export,
    Warning,
    Phantom,
    Offline,
    Close,
    Chevron,
    Sun,
    Moon,
    Language,
    User,
    Plug,
    Bolt,
    Filter,
    Table,
    Key,
    Eye,
    EyeOff,
    Folder,
};

// Our own stroke icons (resources/icons, 20 × 20), drawn in any colour at any scale.
class Icons {
public:
    explicit Icons(const ThemeController &themes);

    // Follows the theme: text colour, accent when selected, faint when disabled.
    QIcon icon(IconName name) const;
    // `size` in device independent pixels.
    QPixmap pixmap(IconName name, int size, const QColor &colour, qreal device_pixel_ratio) const;
    void paint(QPainter &painter, const QRect &rect, IconName name, const QColor &colour) const;
    // Drops what was drawn in the colours of the theme before.
    void forget();

private:
    QByteArray svg(IconName name) const;

    const ThemeController &themes_;
    mutable QHash<IconName, QByteArray> sources_;
    mutable QHash<QString, QPixmap> drawn_;
};

// The file name of an icon, without ".svg".
QString icon_file(IconName name);

}  // namespace aftercharge
