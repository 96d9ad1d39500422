package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingWindow;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the postings of one series on one day bring to each window: when they come into it, when they leave it for the window before,
 * and when they leave that.
 */
final class PostingDay {
    private static final RollingWindow[] WINDOWS = RollingWindow.values();

    private Sums money = Sums.ZERO;
    private int postings;
    private @Nullable String lastLine;
    private final Map<RollingWindow, Long> linesComing = new EnumMap<>(RollingWindow.class);
    private final Map<RollingWindow, Long> linesLeaving = new EnumMap<>(RollingWindow.class);

    int postings() {
        return postings;
    }

    /** The greatest line with a posting of this day; null when there is none. */
    @Nullable
    String lastLine() {
        return lastLine;
    }

    void lastLine(@Nullable String line) {
        lastLine = line;
    }

    /** A posting that appears (sign 1) or goes (−1). */
    void book(SeriesPosting posting, int sign) {
        money = money.plus(sign > 0 ? posting.sums() : posting.sums().negated());
        postings += sign;
    }

    /** A line has a posting of this day and, in that window, none shortly before. */
    void bookComing(RollingWindow window, int sign) {
        linesComing.merge(window, (long) sign, Long::sum);
    }

    /** A line has a posting of this day and, in that window, none shortly after. */
    void bookLeaving(RollingWindow window, int sign) {
        linesLeaving.merge(window, (long) sign, Long::sum);
    }

    Sums coming(RollingWindow window) {
        return money.plus(Sums.ofLines(of(linesComing, window)));
    }

    Sums leaving(RollingWindow window) {
        return money.expired().plus(money.negated()).plus(Sums.ofLines(-of(linesLeaving, window)));
    }

    Sums forgotten() {
        return money.expired().negated();
    }

    /**
     * {@code sums;postings;last line}, and behind that the lines coming and leaving by window, unless each line stands alone in each
     * window.
     */
    String row() {
        StringBuilder row = new StringBuilder(money.text());
        row.append(';').append(postings).append(';').append(lastLine);
        if (!allAlone()) {
            for (RollingWindow window : WINDOWS) {
                row.append(';').append(of(linesComing, window)).append(';').append(of(linesLeaving, window));
            }
        }
        return row.toString();
    }

    private boolean allAlone() {
        return Stream.of(WINDOWS)
                .allMatch(window -> of(linesComing, window) == postings && of(linesLeaving, window) == postings);
    }

    private static long of(Map<RollingWindow, Long> lines, RollingWindow window) {
        return lines.getOrDefault(window, 0L);
    }

    static PostingDay ofRow(String row) {
        String[] fields = row.split(";", -1);
        PostingDay day = new PostingDay();
        day.money = Sums.ofText(fields[0]);
        day.postings = Integer.parseInt(fields[1]);
        day.lastLine = fields[2];
        boolean alone = fields.length == 3;
        for (int w = 0; w < WINDOWS.length; w++) {
            day.linesComing.put(WINDOWS[w], alone ? day.postings : Long.parseLong(fields[3 + 2 * w]));
            day.linesLeaving.put(WINDOWS[w], alone ? day.postings : Long.parseLong(fields[4 + 2 * w]));
        }
        return day;
    }
}
