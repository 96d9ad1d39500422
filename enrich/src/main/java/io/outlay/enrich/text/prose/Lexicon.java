package io.outlay.enrich.text.prose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue words of {@code cues.csv}, found in tokens by the longest phrase that fits. A row is {@code kind,phrase;phrase;…}; a
 * phrase whose last or first word ends in {@code ~} is a regular English verb and stands for all its forms
 * ({@code invest~}: invest, invests, invested, investing).
 */
public final class Lexicon {
    /** A phrase as the hashes of its words, which are compared far too often to be boxed. */
    private static final class Phrase {
        final long[] words;
        final List<CueKind> kinds;

        Phrase(long[] words, List<CueKind> kinds) {
            this.words = words;
            this.kinds = kinds;
        }
    }

    /** All phrases that begin with a word, the longest first, and what they may tell. */
    private record Entry(List<Phrase> phrases, Set<CueKind> kinds) {
        static Entry of(List<Phrase> phrases) {
            Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
            phrases.forEach(phrase -> kinds.addAll(phrase.kinds));
            return new Entry(phrases, kinds);
        }
    }

    private final WordMap<Entry> byFirstWord;

    private final String source;

    private Lexicon(Map<Long, List<Phrase>> byFirstWord, String source) {
        Map<Long, Entry> entries = new HashMap<>();
        byFirstWord.forEach((word, phrases) -> entries.put(word, Entry.of(phrases)));
        this.byFirstWord = new WordMap<>(entries);
        this.source = source;
    }

    /** The table that ships with the project. */
    public static Lexicon standard() {
        return Standard.LEXICON;
    }

    private static final class Standard {
        static final Lexicon LEXICON = fromResource("/cues.csv");
    }

    private static Lexicon fromResource(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return parse(name, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming file and line of a bad row */
    static Lexicon parse(String file, List<String> lines) {
        Map<String, List<CueKind>> kinds = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int comma = line.indexOf(',');
            CueKind kind = comma < 0 ? null : kindOf(line.substring(0, comma));
            if (kind == null) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": expected 'KIND,phrase;phrase', not '" + line + "'");
            }
            for (String phrase : line.substring(comma + 1).split(";")) {
                for (String form : forms(phrase.strip().toLowerCase(Locale.ROOT))) {
                    List<CueKind> of = kinds.computeIfAbsent(form, f -> new ArrayList<>());
                    if (!of.contains(kind)) {
                        of.add(kind);
                    }
                }
            }
        }
        Map<Long, List<Phrase>> byFirstWord = new HashMap<>();
        kinds.forEach((text, of) -> {
            Tokens tokens = Tokens.of(text, 0, text.length());
            long[] words = new long[tokens.size()];
            for (int t = 0; t < words.length; t++) {
                words[t] = tokens.hash(t);
            }
            byFirstWord.computeIfAbsent(words[0], w -> new ArrayList<>()).add(new Phrase(words, List.copyOf(of)));
        });
        byFirstWord.values().forEach(list -> list.sort((a, b) -> Integer.compare(b.words.length, a.words.length)));
        return new Lexicon(byFirstWord, String.join("\n", lines));
    }

    private static @Nullable CueKind kindOf(String name) {
        for (CueKind kind : CueKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** All forms of a phrase in which a word is marked as a verb with {@code ~}. */
    private static List<String> forms(String phrase) {
        int mark = phrase.indexOf('~');
        if (mark < 0) {
            return List.of(phrase);
        }
        int from = phrase.lastIndexOf(' ', mark) + 1;
        String head = phrase.substring(0, from);
        String verb = phrase.substring(from, mark);
        String tail = phrase.substring(mark + 1);
        String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
        boolean consonantY =
                verb.length() > 2 && verb.endsWith("y") && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0;
        String past = consonantY ? verb.substring(0, verb.length() - 1) + "ied" : stem + "ed";
        String third = consonantY
                ? verb.substring(0, verb.length() - 1) + "ies"
                : verb.matches(".*(s|sh|ch|x|z)") ? verb + "es" : verb + "s";
        return List.of(head + verb + tail, head + third + tail, head + past + tail, head + stem + "ing" + tail);
    }

    /** All cues in the tokens, by position; a phrase hides the shorter phrases that begin at its first word. */
    public List<Cue> find(Tokens tokens) {
        List<Cue> found = new ArrayList<>();
        for (int t = 0; t < tokens.size(); t++) {
            Entry entry = byFirstWord.get(tokens.hash(t));
            if (entry == null) {
                continue;
            }
            for (Phrase phrase : entry.phrases) {
                if (fits(phrase, tokens, t)) {
                    for (CueKind kind : phrase.kinds) {
                        found.add(new Cue(kind, t, t + phrase.words.length));
                    }
                    t += phrase.words.length - 1;
                    break;
                }
            }
        }
        return found;
    }

    /** Whether a cue of the kind may begin at the token; false is certain. */
    public boolean mayBegin(Tokens tokens, int token, CueKind kind) {
        Entry entry = byFirstWord.get(tokens.hash(token));
        return entry != null && entry.kinds.contains(kind);
    }

    private static boolean fits(Phrase phrase, Tokens tokens, int at) {
        if (at + phrase.words.length > tokens.size()) {
            return false;
        }
        for (int w = 1; w < phrase.words.length; w++) {
            if (tokens.hash(at + w) != phrase.words[w]) {
                return false;
            }
        }
        return true;
    }

    /** The table's text, for the version of the rules. */
    public String source() {
        return source;
    }
}
