package io.outlay.ingest.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that many papers write into the addresses of their articles. */
final class DayInAddress {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** {@code /2025/02/25/}, {@code /2025-2-25/}, {@code /2025/feb/25/}, {@code story-2025-02-25}. */
    private static final Pattern PARTED = Pattern.compile(
            "[/_-]((?:19|20)\\d{2})[/-](\\d{1,2}|" + String.join("|", MONTHS) + ")[/-](\\d{1,2})(?=[/_.-]|$)",
            Pattern.CASE_INSENSITIVE);

    /** {@code /20250225/}, {@code story-20250225}. */
    private static final Pattern COMPACT = Pattern.compile("[/_-]((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:\\D|$)");

    private DayInAddress() {}

    /** @return {@code YYYY-MM-DD}, which need not be a day of the calendar */
    static Optional<String> of(String address) {
        String path = address.replaceFirst("[?#].*", "");
        return day(PARTED, path).or(() -> day(COMPACT, path));
    }

    private static Optional<String> day(Pattern pattern, String path) {
        Matcher day = pattern.matcher(path);
        if (!day.find()) {
            return Optional.empty();
        }
        int named = MONTHS.indexOf(day.group(2).toLowerCase(Locale.ROOT));
        int month = named < 0 ? Integer.parseInt(day.group(2)) : named + 1;
        return Optional.of(
                String.format(Locale.ROOT, "%s-%02d-%02d", day.group(1), month, Integer.parseInt(day.group(3))));
    }
}
