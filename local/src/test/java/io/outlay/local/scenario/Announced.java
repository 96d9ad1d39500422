package io.outlay.local.scenario;

import io.outlay.contracts.CsvTable;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a scenario: one announcement as facts.
 *
 * @param low billions of the currency, as are {@code headline} and {@code high}
 * @param destination a country, several joined by {@code ;}, or {@code *}
 * @param usd billions of dollars that texts print beside the amount; empty for none
 * @param period such as {@code CY2025}, {@code FY2026}, {@code 2025-2028}, {@code 2025+}, {@code DISPUTED}; empty for none
 * @param date a day, a month or a year
 * @param measure G guidance, C commitment, P purchase, E equity, V public money, T memo, X an event
 * @param relation to the row {@code relatedId}: supersedes, replaces, adds_to, part_of, maybe_part_of, conflicts_with, cancels, pauses
 */
record Announced(
        String id,
        String company,
        String country,
        String destination,
        BigDecimal low,
        BigDecimal headline,
        BigDecimal high,
        String currency,
        String qualifier,
        String usd,
        String period,
        String date,
        String measure,
        String counterparty,
        String relation,
        String relatedId,
        String status,
        String place) {

    static Map<String, Announced> read(String name, Reader announcements) throws IOException {
        Map<String, Announced> rows = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.read(name, announcements).rows()) {
            rows.put(
                    row.need("id"),
                    new Announced(
                            row.need("id"),
                            row.get("company"),
                            row.get("hq_country"),
                            row.get("dest_country"),
                            new BigDecimal(row.get("amount_low")),
                            new BigDecimal(row.get("amount_headline")),
                            new BigDecimal(row.get("amount_high")),
                            row.get("currency"),
                            row.get("qualifier"),
                            row.get("usd_bn_stated"),
                            row.get("period_key"),
                            row.get("date_announced"),
                            row.get("measure"),
                            row.get("counterparty").split(";")[0],
                            row.get("relation"),
                            row.get("related_id"),
                            row.get("status"),
                            row.get("place")));
        }
        return rows;
    }

    /** The day from which it is believed: a coarse one from its last day. */
    LocalDate day() {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    boolean isCoarse() {
        return date.length() < 10;
    }

    boolean isPoint() {
        return low.compareTo(high) == 0;
    }

    boolean isFirm() {
        return status.equals("official") || status.equals("reported");
    }

    boolean isEvent() {
        return measure.equals("X");
    }

    boolean isGuidance() {
        return measure.equals("G");
    }

    /** The name without what stands in brackets behind it. */
    String payer() {
        int bracket = company.indexOf(" (");
        return bracket < 0 ? company : company.substring(0, bracket);
    }
}
