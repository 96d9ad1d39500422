package io.outlay.ingest.file;

import io.outlay.contracts.Article;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown file as one article: its text without the marks, its title from the front matter or the first heading, and from the
 * front matter what else an article has ({@code id}, {@code url}, {@code date}, {@code source}, {@code language}).
 */
final class Markdown implements Format {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\R(.*?)\\R(?:---|\\.\\.\\.)\\s*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern FRONT_LINE = Pattern.compile("^([A-Za-z_-]+):\\s*(.*?)\\s*$", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#\\s+(.+?)\\s*#*\\s*$", Pattern.MULTILINE);

    /** What is taken away or replaced, in this order. */
    private static final List<Map.Entry<Pattern, String>> MARKS = List.of(
            mark("<!--[\\s\\S]*?-->", ""),
            mark("(?m)^(?:```|~~~).*$", ""),
            mark("(?m)^\\[[^\\]]+\\]:\\s*\\S+.*$", ""),
            mark("!\\[[^\\]]*\\]\\([^)]*\\)", ""),
            mark("\\[([^\\]]+)\\](?:\\([^)]*\\)|\\[[^\\]]*\\])", "$1"),
            mark("<(https?://[^>\\s]+)>", "$1"),
            mark("</?[A-Za-z][^>\\n]*>", ""),
            mark("(?m)^ {0,3}#{1,6} +(.*?) *#*$", "$1"),
            mark("(?m)^ {0,3}(?:[-*_] *){3,}$", ""),
            mark("(?m)^ {0,3}> ?", ""),
            mark("(?m)^([ \\t]*)[-*+] +", "$1"),
            mark("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1", "$2"),
            mark("(?<![\\w*])([*_])(?=\\S)([^*_\\n]+?)(?<=\\S)\\1(?![\\w*])", "$2"),
            mark("`([^`\\n]+)`", "$1"),
            mark("\\\\([\\\\`*_{}\\[\\]()#+.!$-])", "$1"),
            mark("\\n{3,}", "\n\n"));

    private static Map.Entry<Pattern, String> mark(String pattern, String replacement) {
        return Map.entry(Pattern.compile(pattern), replacement);
    }

    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        String text =
                Charsets.decode(in.readNBytes(2 * Article.MAX_BODY_BYTES + 1)).replace("\r\n", "\n");
        try {
            return List.<Sighting>of(Sighting.Found.asGiven(draft(text).toArticle(), name))
                    .iterator();
        } catch (RefusedException e) {
            return List.<Sighting>of(new Sighting.Refused(name, String.valueOf(e.getMessage())))
                    .iterator();
        }
    }

    static ArticleDraft draft(String text) {
        Matcher front = FRONT_MATTER.matcher(text);
        Map<String, String> fields = front.find() ? fields(front.group(1)) : Map.of();
        String rest = fields.isEmpty() ? text : text.substring(front.end());
        String title = fields.get("title");
        Matcher heading = HEADING.matcher(rest);
        if (title == null
                && heading.find()
                && rest.substring(0, heading.start()).isBlank()) {
            title = plain(heading.group(1));
            rest = rest.substring(heading.end());
        }
        return new ArticleDraft(
                fields.get("id"),
                first(fields, "url", "link", "canonical"),
                title,
                plain(rest),
                first(fields, "publishedat", "published", "date"),
                null,
                first(fields, "source", "publisher"),
                first(fields, "language", "lang"),
                null);
    }

    static String plain(String markdown) {
        String text = markdown;
        for (Map.Entry<Pattern, String> mark : MARKS) {
            text = mark.getKey().matcher(text).replaceAll(mark.getValue());
        }
        return text.strip();
    }

    private static Map<String, String> fields(String frontMatter) {
        Map<String, String> fields = new HashMap<>();
        Matcher line = FRONT_LINE.matcher(frontMatter);
        while (line.find()) {
            String value = line.group(2).replaceFirst("^([\"'])(.*)\\1$", "$2");
            if (!value.isEmpty()) {
                fields.put(line.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        return fields;
    }

    private static @Nullable String first(Map<String, String> fields, String... names) {
        for (String name : names) {
            if (fields.containsKey(name)) {
                return fields.get(name);
            }
        }
        return null;
    }
}
