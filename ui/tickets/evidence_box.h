// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "models/domain/ticket.h"
#include "models/workflow/open_ticket.h"
#include "ui/common/format.h"

class QCheckBox;
class QImage;
class QLabel;
class QMimeData;
class QVBoxLayout;

namespace aftercharge {

class Button;
class ThemeController;

// Files for a claim: dropped, pasted or chosen, checked at once by the engine's rules, each
// removable until it is sent; and those that the ticket has already, to tick.
class EvidenceBox : public QWidget {
    Q_OBJECT
public:
    EvidenceBox(const ThemeController &themes, const std::vector<Evidence> &had, const Format &format,
                QWidget *parent = nullptr);

    const std::vector<EvidenceFile> &files() const { return files_; }
    std::vector<Uuid> ticked() const;
    std::size_t count() const { return files_.size() + ticked().size(); }
    // Takes a file when it may be evidence; says in `refused` why not.
    bool add(const EvidenceFile &file);
    bool add_path(const QString &path);
    bool add_from(const QMimeData &mime);  // dropped or pasted
    void remove(std::size_t index);
    void paste();
    QCheckBox *tick(int row) const { return ticks_[static_cast<std::size_t>(row)]; }
    QString refusal() const;

Q_SIGNALS:
    void changed();
    void resized();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build_had(const std::vector<Evidence> &had, QVBoxLayout &column);
    void build_drop(QVBoxLayout &column);
    bool add_image(const QImage &image);
    void choose();
    void show_files();
    QWidget *file_row(std::size_t index);
    void refuse(const QString &sentence);

    const ThemeController &themes_;
    Format format_;
    std::vector<EvidenceFile> files_;
    std::vector<Uuid> had_;
    std::vector<QCheckBox *> ticks_;
    QVBoxLayout *list_ = nullptr;
    QLabel *refusal_ = nullptr;
    bool over_ = false;  // something is being dragged over it
};

// Why check_evidence refused a file, for a person.
QString evidence_refusal(const EvidenceFile &file);

}  // namespace aftercharge
