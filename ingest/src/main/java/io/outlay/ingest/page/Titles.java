package io.outlay.ingest.page;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** All that a page calls its article, so that its headline is no part of its text. Letters and digits count, in any case. */
record Titles(Set<String> folded, int longest) {
    /** @param title that was found before, null when none was */
    static Titles of(Telling telling, @Nullable String title) {
        Stream<String> shown = telling.all("h1, title").map(Element::text);
        Stream<String> named =
                telling.all("meta[property=og:title], meta[name=twitter:title]").map(meta -> meta.attr("content"));
        Set<String> folded = Stream.of(shown, named, Stream.ofNullable(title))
                .flatMap(titles -> titles)
                .map(text -> folded(text, text.length()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        return new Titles(folded, folded.stream().mapToInt(String::length).max().orElse(0));
    }

    boolean isOne(String text) {
        return folded.contains(folded(text, longest));
    }

    /** In small letters, its words parted by one blank; what is longer than {@code most} is cut, and is no title then. */
    private static String folded(String text, int most) {
        StringBuilder folded = new StringBuilder();
        boolean between = false;
        for (int i = 0; i < text.length() && folded.length() <= most; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            boolean inWord = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (inWord && between && folded.length() > 0) {
                folded.append(' ');
            }
            if (inWord) {
                folded.append(c);
            }
            between = !inWord;
        }
        return folded.toString();
    }
}
