package io.outlay.aggregate.ledger;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a row of evidence, as far as {@link IndependentSources} asks: the article, its site and the near-duplicate bands of
 * its text, each as a 64-bit sign. It is made from the head of the row, so that sources are counted without reading what they say.
 */
public final class Source {
    /** The order of {@link EvidenceRow#ORDER}. */
    static final Comparator<Source> ORDER = Comparator.comparing(s -> s.rank);

    private static final char BEFORE_SITE = '\t';
    private static final char BETWEEN = ' ';

    /** {@code day|article|stated payer}. */
    private final String rank;

    private final long[] signs;

    private Source(String rank, String head) {
        this.rank = rank;
        this.signs = signs(rank.substring(rank.indexOf('|') + 1, rank.lastIndexOf('|')), head);
    }

    static Source of(EvidenceRow row) {
        return new Source(row.rank(), head(row));
    }

    /**
     * @param rank of the row: what its key has after {@link EvidenceRow#prefix}
     * @param text see {@link EvidenceRow#text}
     */
    public static Source of(String rank, String text) {
        int end = text.indexOf(EvidenceRow.AFTER_HEAD);
        return end < 0 ? of(EvidenceRow.ofText(text)) : new Source(rank, text.substring(0, end));
    }

    /** {@code band band band<tab>site}. */
    static String head(EvidenceRow row) {
        StringBuilder head = new StringBuilder();
        for (String band : row.bands()) {
            head.append(head.length() == 0 ? "" : BETWEEN).append(inOne(band));
        }
        String site = site(row.evidence().url(), row.evidence().source());
        return site == null
                ? head.toString()
                : head.append(BEFORE_SITE).append(inOne(site)).toString();
    }

    /** Without what parts the head. */
    private static String inOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= BETWEEN) {
                return text.replaceAll("[\\x00- ]", "_");
            }
        }
        return text;
    }

    /** Of the article: two rows of one article have it in common. */
    long article() {
        return signs[0];
    }

    int signs() {
        return signs.length;
    }

    long sign(int i) {
        return signs[i];
    }

    private static long[] signs(String article, String head) {
        int site = head.indexOf(BEFORE_SITE);
        String bands = site < 0 ? head : head.substring(0, site);
        int count = bands.isEmpty()
                ? 0
                : 1 + (int) bands.chars().filter(c -> c == BETWEEN).count();
        long[] signs = new long[1 + count + (site < 0 ? 0 : 1)];
        int next = 0;
        signs[next++] = sign('a', article, 0, article.length());
        for (int start = 0; start < bands.length(); ) {
            int end = bands.indexOf(BETWEEN, start);
            end = end < 0 ? bands.length() : end;
            signs[next++] = sign('b', bands, start, end);
            start = end + 1;
        }
        if (site >= 0) {
            signs[next] = sign('s', head, site + 1, head.length());
        }
        return signs;
    }

    /** FNV-1a, 64 bits; {@code kind} keeps a site from being a band. */
    private static long sign(char kind, String text, int start, int end) {
        long hash = (0xcbf29ce484222325L ^ kind) * 0x100000001b3L;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The host without {@code www.}, else what the source calls itself. */
    private static @Nullable String site(@Nullable String url, @Nullable String source) {
        String host = url == null ? "" : host(url.strip());
        return host.isEmpty() ? source : host;
    }

    /** What stands between {@code //} and the path, without user and port; empty when nothing does. */
    private static String host(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return "";
        }
        start += "://".length();
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int user = url.lastIndexOf('@', end - 1);
        start = user >= start ? user + 1 : start;
        int port = url.indexOf(':', start);
        end = port >= 0 && port < end ? port : end;
        String host = url.substring(start, end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
