package io.outlay.local.cli;

import io.outlay.contracts.Json;
import java.io.PrintWriter;
import java.util.List;

/** How a listing is printed. */
enum ListingFormat {
    /** For people. */
    TABLE,
    /** RFC 4180: a line of headings, then a line for each record, columns as the fields of the JSON. */
    CSV,
    /** One JSON object per line. */
    JSON;

    /** Prints records; only what is not for people. */
    void print(List<?> records, PrintWriter out) {
        switch (this) {
            case CSV -> RecordsCsv.print(records, out);
            case JSON -> records.forEach(record -> out.println(Json.string(record)));
            case TABLE -> throw new IllegalArgumentException("each listing makes its own table");
        }
    }
}
