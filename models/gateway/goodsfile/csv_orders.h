// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/gateway/goodsfile/csv_text.h"
#include "models/gateway/ocpi/json_tree.h"

namespace aftercharge {

// What a column of a table of orders is about.
enum class CsvPart { Order, Payment, OrderDiscount, Line, LineDiscount, Parcel, Address, ParcelLine };

struct CsvColumn {
    std::string_view name;  // in the header row
    CsvPart part;
    std::string_view field;  // of the order's object
};

// nullptr: no column has that name.
const CsvColumn *find_csv_column(std::string_view name);

// The rows of one order, gathered into the object that read_order reads. What is said in several
// rows must be the same in all of them; an empty cell says nothing.
class CsvOrder {
public:
    // `columns`: of the row's fields, in their order.
    void add(const CsvRow &row, const std::vector<const CsvColumn *> &columns);
    void refuse(const CsvRow &row, const std::string &what);

    const std::string &problem() const { return problem_; }
    std::string where() const;  // "row 7", "rows 12–15", "rows 3, 9"
    JsonNode to_object() const;

private:
    using Fields = std::vector<std::pair<std::string, std::string>>;
    struct Line {
        Fields fields;
        Fields discount;
    };
    struct Parcel {
        Fields fields;
        Fields address;
        std::vector<Fields> lines;
    };

    void put(Fields &fields, const CsvRow &row, const CsvColumn &column, const std::string &value);
    Fields *place_of(CsvPart part, Line &line, Parcel *parcel);
    Line *line_of(const CsvRow &row, const std::string &id);
    Parcel *parcel_of(const CsvRow &row, const std::string &label);

    std::vector<int> rows_;
    Fields order_;
    Fields payment_;
    Fields discount_;
    std::vector<std::pair<std::string, Line>> lines_;
    std::vector<std::pair<std::string, Parcel>> parcels_;
    std::string problem_;
};

}  // namespace aftercharge
