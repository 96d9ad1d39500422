package io.outlay.enrich.text.claim;

import io.outlay.contracts.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article of our own with the amounts that it announces: the files under {@code text/articles}, which explain themselves. */
record WrittenArticle(Article article, List<Stated> stated) {
    private static final List<String> FILES = List.of("companies", "deals", "states");
    private static final Pattern MARK = Pattern.compile("\\{([^|{}]+)\\|([^|{}]+)\\|([A-Z]+)}");

    /**
     * An amount that somebody announces, in UTF-16 offsets of the body.
     *
     * @param payer as labels call it, {@code *} for a crowd
     * @param measure name of a measure, or CROWD
     */
    record Stated(int start, int end, String payer, String measure) {}

    static List<WrittenArticle> all() throws IOException {
        List<WrittenArticle> all = new ArrayList<>();
        for (String file : FILES) {
            for (String block : read(file).split("(?m)^@ ")) {
                if (!block.isBlank() && !block.startsWith("#")) {
                    all.add(of(file + "-" + all.size(), block));
                }
            }
        }
        return all;
    }

    private static WrittenArticle of(String id, String block) {
        int end = block.indexOf('\n');
        int bar = block.lastIndexOf(" | ", end);
        StringBuilder body = new StringBuilder();
        List<Stated> stated = new ArrayList<>();
        String marked = block.substring(end).strip();
        Matcher mark = MARK.matcher(marked);
        int from = 0;
        while (mark.find()) {
            body.append(marked, from, mark.start()).append(mark.group(1));
            stated.add(new Stated(body.length() - mark.group(1).length(), body.length(), mark.group(2), mark.group(3)));
            from = mark.end();
        }
        body.append(marked.substring(from));
        String day = block.substring(bar + 3, end).strip();
        String title = block.substring(0, bar).strip();
        return new WrittenArticle(new Article(id, null, title, body.toString(), day, null, null, "en"), stated);
    }

    private static String read(String file) throws IOException {
        try (InputStream in =
                WrittenArticle.class.getResourceAsStream("/io/outlay/enrich/text/articles/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("articles/" + file + ".txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
