package io.outlay.enrich.text.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of firms that stand in no table, read from how the text speaks of them: a legal form or a firm's last word ({@code Acme
 * Ventures}), an introduction ({@code cloud startup Acme}), an apposition ({@code Acme, an Australian data-centre builder,}), a
 * post ({@code analyst at Acme}), money that it lays out ({@code Acme will invest}), or a place between known companies in a list.
 * The id is derived from the name.
 */
public final class UnlistedNames {
    private static final int MOST_WORDS = 5;

    /** Last words of firms' names. */
    private static final WordSet LAST_WORDS = WordSet.named("last-words");

    /** Words that make a common phrase of the last word, not a name: {@code Renewable Energy}, {@code Private Equity}. */
    private static final WordSet COMMON = WordSet.named("common");

    /** Capitalised words that are no name by themselves, wherever they stand. */
    private static final WordSet NO_NAMES = WordSet.named("no-names");

    /** Words that may open a sentence in front of a name. */
    private static final WordSet OPENERS = WordSet.named("openers");

    private final PlaceTable places;
    private final NameFinder placeNames;

    UnlistedNames(PlaceTable places, NameFinder placeNames) {
        this.places = places;
        this.placeNames = placeNames;
    }

    /** The found entities and, between them, the firms that no table has; sorted, without overlap. */
    List<FoundEntity> addTo(char[] text, List<FoundEntity> found) {
        var walk = new Walk(new Surroundings(text), found.size());
        for (int i = 0; i < found.size(); i++) {
            walk.through(found.get(i).start(), found.get(i));
            walk.pass(found.get(i));
        }
        walk.through(text.length, null);
        return walk.all;
    }

    /** One way through a text, from each known name to the next. */
    private final class Walk {
        final Surroundings around;
        final PeopleNamed people;
        final List<FoundEntity> all;
        private int at;
        private @Nullable FoundEntity last;
        /** Whether the last name stands in an enumeration that was said to be of firms. */
        private boolean listOfFirms;

        Walk(Surroundings around, int known) {
            this.around = around;
            this.people = new PeopleNamed(around.body());
            this.all = new ArrayList<>(known + 8);
        }

        void pass(FoundEntity known) {
            listOfFirms = listOfFirms && continuesList(known.start())
                    || BusinessWords.opensListOfFirms(around, known.start());
            all.add(known);
            last = known;
            at = Math.max(at, known.end());
        }

        void through(int to, @Nullable FoundEntity next) {
            char[] text = around.body();
            while (at < to) {
                byte kind = Letters.classOfUnit(text[at]);
                if (kind == Letters.OTHER || kind == Letters.IDEOGRAPH) {
                    at++;
                } else if (kind != Letters.UPPER || at > 0 && isInsideWord(text, at)) {
                    at = wordEnd(text, at);
                } else {
                    phrase(to, next);
                }
            }
        }

        private void phrase(int to, @Nullable FoundEntity next) {
            int end = Math.min(phraseEnd(around.body(), at, to), to);
            int start = skipOpener(around, at, end);
            at = end;
            if (start >= end || !couldBeName(around, start, end)) {
                return;
            }
            boolean continues = listOfFirms && continuesList(start);
            if (continues && words(around.body(), start, end) <= 3 || isFirm(around, people, start, end, last, next)) {
                FoundEntity firm = firm(around, start, end);
                listOfFirms = continues || BusinessWords.opensListOfFirms(around, start);
                all.add(firm);
                last = firm;
                at = Math.max(end, firm.end());
            }
        }

        private boolean continuesList(int start) {
            return last != null && Evidence.isEnumeration(around.body(), last.end(), start);
        }
    }

    private FoundEntity firm(Surroundings around, int start, int end) {
        int whole = LegalForms.endAfter(around.body(), end);
        String name = new String(around.body(), start, end - start);
        Company company = Company.unlisted(Slugs.of(name), name, countryBeside(around, start, whole));
        return FoundEntity.of(start, whole, company, company);
    }

    /** {@code an Australian data-centre builder}, {@code the Riyadh-based firm}, {@code Swedish startup Acme}. */
    private String countryBeside(Surroundings around, int start, int end) {
        int noun = BusinessWords.apposition(around, end, true);
        if (noun >= 0) {
            for (int at = end; at < noun; at++) {
                Place place = placeAt(around.body(), at);
                if (place != null) {
                    return place.country();
                }
            }
        }
        int at = start;
        for (int word = 0; word < MOST_WORDS; word++) {
            int earlier = around.startOfWordBefore(at);
            if (earlier >= at || around.wordBefore(at).isEmpty()) {
                break;
            }
            at = earlier;
            Place place = placeAt(around.body(), at);
            if (place != null) {
                return place.country();
            }
        }
        return "*";
    }

    private @Nullable Place placeAt(char[] text, int at) {
        if (!Letters.isUpper(text[at]) || at > 0 && Letters.isWord(text[at - 1])) {
            return null;
        }
        Candidate candidate = placeNames.longestAt(text, at);
        Place place = candidate == null ? null : candidate.senses().get(0).place();
        return place == null ? null : places.find(place.id());
    }

    /** Neither a word that is never a name, nor a legal form, nor part of a title. */
    private static boolean couldBeName(Surroundings around, int start, int end) {
        char[] text = around.body();
        return end - start > 1
                && !NO_NAMES.contains(text, start, end)
                && !LegalForms.isForm(text, start, end)
                && words(text, start, end) <= MOST_WORDS;
    }

    private static boolean isFirm(
            Surroundings around,
            PeopleNamed people,
            int start,
            int end,
            @Nullable FoundEntity before,
            @Nullable FoundEntity after) {
        char[] text = around.body();
        int words = words(text, start, end);
        if (LegalForms.endAfter(text, end) > end) {
            return true;
        }
        if (words > 1 && endsLikeFirm(text, start, end)) {
            return !around.isInTitle(start, end);
        }
        if (words > 3 || NO_NAMES.contains(text, start, wordEnd(text, start)) || isAdverb(text, end)) {
            return false;
        }
        boolean officers = !around.beginsSentence(start) && !COMMON.contains(text, start, wordEnd(text, start));
        boolean named = BusinessWords.introducesFirm(around, start)
                || BusinessWords.apposition(around, end, false) >= 0
                || officers && BusinessWords.hasOfficers(around, end)
                || words <= 2 && isListedWithCompanies(around, start, end, before, after)
                || BusinessWords.laysOutMoney(around, end) && !people.isPerson(around, start, end);
        return named && !around.isInTitle(start, end);
    }

    private static int words(char[] text, int start, int end) {
        int words = 1;
        for (int i = start; i < end; i++) {
            if (text[i] == ' ') {
                words++;
            }
        }
        return words;
    }

    /** {@code Crucially, the company …}. */
    private static boolean isAdverb(char[] text, int end) {
        return end >= 2 && text[end - 2] == 'l' && text[end - 1] == 'y';
    }

    /** {@code Harrowgate Ventures}, and not {@code Renewable Energy}: the last word is a firm's, and one before it is a name. */
    private static boolean endsLikeFirm(char[] text, int start, int end) {
        int last = Surroundings.startOfWordEndingAt(text, end);
        if (!LAST_WORDS.contains(text, last, end)) {
            return false;
        }
        int at = start;
        while (at < last) {
            int wordEnd = wordEnd(text, at);
            boolean name = Letters.isUpper(text[at]) && wordEnd - at > 1;
            if (name && !COMMON.contains(text, at, wordEnd) && !LAST_WORDS.contains(text, at, wordEnd)) {
                return true;
            }
            at = wordEnd;
            while (at < last && !Letters.isWord(text[at])) {
                at++;
            }
        }
        return false;
    }

    /** Between two companies in a list of them. */
    private static boolean isListedWithCompanies(
            Surroundings around, int start, int end, @Nullable FoundEntity before, @Nullable FoundEntity after) {
        return before != null
                && before.isCompany()
                && after != null
                && after.isCompany()
                && Evidence.isEnumeration(around.body(), before.end(), start)
                && Evidence.isEnumeration(around.body(), end, after.start());
    }

    private static int skipOpener(Surroundings around, int start, int end) {
        int at = start;
        while (at < end) {
            int wordEnd = wordEnd(around.body(), at);
            if (!OPENERS.contains(around.body(), at, wordEnd)) {
                return at;
            }
            at = wordEnd;
            while (at < end && !Letters.isWord(around.body()[at])) {
                at++;
            }
        }
        return end;
    }

    private static boolean isInsideWord(char[] text, int at) {
        return Letters.isWord(text[at - 1]) || at > 1 && isApostrophe(text[at - 1]) && Letters.isWord(text[at - 2]);
    }

    private static boolean isApostrophe(char c) {
        return Letters.fold(c) == '\'';
    }

    /** An apostrophe before a capital is inside the word: {@code Dell'Oro}. */
    private static int wordEnd(char[] text, int at) {
        int end = at + 1;
        while (end < text.length
                && (Letters.isWord(text[end])
                        || isApostrophe(text[end]) && end + 1 < text.length && Letters.isUpper(text[end + 1]))) {
            end++;
        }
        return end;
    }

    /** The end of a run of capitalised words, with {@code &}, {@code of} and {@code and} only between two of them. */
    private static int phraseEnd(char[] text, int start, int limit) {
        int end = wordEnd(text, start);
        for (int words = 1; words <= MOST_WORDS + 1; words++) {
            int next = end;
            if (LegalForms.endAfter(text, end) > end) {
                return end;
            }
            if (next + 1 < limit && text[next] == '-' && Letters.isWord(text[next + 1])) {
                end = wordEnd(text, next + 1);
                continue;
            }
            if (next + 2 < limit && text[next] == ' ' && text[next + 1] == '&' && text[next + 2] == ' ') {
                next += 2;
            }
            if (next + 1 >= limit || text[next] != ' ' || !Letters.isUpper(text[next + 1])) {
                return end;
            }
            int wordEnd = wordEnd(text, next + 1);
            if (BusinessWords.isOfficer(text, next + 1, wordEnd)) {
                return end;
            }
            end = wordEnd;
        }
        return end;
    }
}
