package io.outlay.service;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time and counts of bytes as people write them. */
final class Units {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,15})\\s*([a-zA-Z]*)");
    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Long> SIZES =
            Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Units() {}

    static Duration duration(String text) {
        Matcher m = NUMBER_AND_UNIT.matcher(text.strip());
        if (m.matches() && TIMES.containsKey(m.group(2))) {
            return TIMES.get(m.group(2)).multipliedBy(Long.parseLong(m.group(1)));
        }
        throw new IllegalArgumentException("must be a length of time such as 250ms, 30s, 5m, 12h or 7d");
    }

    static long bytes(String text) {
        Matcher m = NUMBER_AND_UNIT.matcher(text.strip());
        if (m.matches() && SIZES.containsKey(m.group(2))) {
            return Math.multiplyExact(Long.parseLong(m.group(1)), SIZES.get(m.group(2)));
        }
        throw new IllegalArgumentException("must be a count of bytes such as 512, 64KiB, 8MiB or 1GiB");
    }
}
