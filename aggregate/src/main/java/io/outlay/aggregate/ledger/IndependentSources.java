package io.outlay.aggregate.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * R16: articles from one site, or whose texts share a near-duplicate band, are one source. What is counted is the connected components
 * of that relation, so that a chain of copies is one.
 */
final class IndependentSources {
    private IndependentSources() {}

    static int count(List<EvidenceRow> articles) {
        int[] leader = new int[articles.size()];
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            for (String mark : marks(articles.get(i))) {
                Integer other = seen.putIfAbsent(mark, i);
                if (other != null) {
                    leader[find(leader, i)] = find(leader, other);
                }
            }
        }
        int count = 0;
        for (int i = 0; i < leader.length; i++) {
            count += leader[i] == i ? 1 : 0;
        }
        return count;
    }

    private static List<String> marks(EvidenceRow row) {
        List<String> marks = new ArrayList<>();
        marks.add("article " + row.evidence().articleId());
        String site = site(row.evidence().url(), row.evidence().source());
        if (site != null) {
            marks.add("site " + site);
        }
        row.bands().forEach(band -> marks.add("band " + band));
        return marks;
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

    private static int find(int[] leader, int i) {
        int root = i;
        while (leader[root] != root) {
            root = leader[root];
        }
        leader[i] = root;
        return root;
    }
}
