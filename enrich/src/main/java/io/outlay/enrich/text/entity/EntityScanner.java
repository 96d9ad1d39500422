package io.outlay.enrich.text.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who and where in a text: one pass that spells names (the longest wins), one look at those that may mean something else.
 * Immutable and safe to share.
 *
 * <p>A mention covers the name and its legal form ({@code Alphabet Inc.}), not a possessive {@code 's} nor what a hyphen adds
 * ({@code Amazon-backed}). {@code the Canadian government} is the payer Government of Canada and names the country.
 */
public final class EntityScanner {
    /** {@code  Corporation (} is about the longest that stands between a name and its symbol. */
    private static final int LEGAL_FORM_AND_BRACKET = 16;

    private final CompanyTable companies;
    private final PlaceTable places;
    private final NameFinder names;
    private final Tickers tickers;
    private final UnlistedNames unlisted;

    public EntityScanner(CompanyTable companies, PlaceTable places) {
        this.companies = companies;
        this.places = places;
        var senses = new ArrayList<Sense>();
        for (Place place : places.all()) {
            for (Alias alias : place.aliases()) {
                senses.add(Sense.of(alias, place));
            }
        }
        var placeNames = new NameFinder(List.copyOf(senses));
        for (Company company : companies.all()) {
            Company payer = companies.payerOf(company);
            for (Alias alias : company.aliases()) {
                Place within = company.kind() == EntityKind.COMPANY || company.kind() == EntityKind.MEDIA
                        ? null
                        : placeIn(placeNames, alias.text());
                senses.add(new Sense(alias, company, payer, within, company.context()));
            }
        }
        this.names = new NameFinder(senses);
        this.unlisted = new UnlistedNames(places, placeNames);
        this.tickers = new Tickers(companies.all());
    }

    /** With the tables that ship with the project. */
    public static EntityScanner standard() {
        return new EntityScanner(CompanyTable.standard(), PlaceTable.standard());
    }

    public CompanyTable companies() {
        return companies;
    }

    /** @return sorted by start, without overlap; offsets are UTF-16 units of {@code body} */
    public List<FoundEntity> scan(String body) {
        char[] text = body.toCharArray();
        List<Candidate> candidates = candidates(text);
        List<FoundEntity> found = settle(text, candidates);
        List<FoundEntity> all = unlisted.addTo(text, Neighbours.tidy(text, found, companies, places));
        all.removeIf(EntityScanner::isShield);
        return all;
    }

    private List<Candidate> candidates(char[] text) {
        var candidates = new ArrayList<Candidate>();
        int at = 0;
        while (at < text.length) {
            byte kind = Letters.classOfUnit(text[at]);
            if (kind == Letters.OTHER) {
                at++;
                continue;
            }
            if (kind == Letters.IDEOGRAPH) {
                Candidate candidate = names.longestAt(text, at);
                if (candidate != null) {
                    candidates.add(candidate);
                }
                at = candidate == null ? at + 1 : candidate.end();
                continue;
            }
            int end = at + 1;
            boolean capital = kind != Letters.LOWER;
            while (end < text.length && isOneWord(text[end])) {
                byte next = Letters.classOfUnit(text[end]);
                capital |= next == Letters.UPPER || next == Letters.DIGIT;
                end++;
            }
            capital |= end + 1 < text.length && text[end] == '-' && Letters.isUpper(text[end + 1]);
            at = capital ? afterName(text, at, end, candidates) : end;
        }
        return candidates;
    }

    /** Looks for a name at the word {@code [start, end)}. @return where to go on */
    private int afterName(char[] text, int start, int end, List<Candidate> candidates) {
        Candidate candidate = names.mayBegin(text, start) ? names.longestAt(text, start) : null;
        if (candidate == null || candidate.end() <= end) {
            Company byTicker = tickers.at(text, start, end, companyRightBefore(candidates, start));
            if (byTicker != null) {
                candidates.add(new Candidate(start, Tickers.suffixEnd(text, end), List.of(sureSense(byTicker))));
                return Tickers.suffixEnd(text, end);
            }
        }
        if (candidate == null) {
            return end;
        }
        candidates.add(candidate);
        // A name of a script with particles or without gaps may end inside the word; another may follow at once.
        return candidate.end();
    }

    private static @Nullable Company companyRightBefore(List<Candidate> candidates, int start) {
        Candidate last = candidates.isEmpty() ? null : candidates.get(candidates.size() - 1);
        if (last == null || start - last.end() > LEGAL_FORM_AND_BRACKET) {
            return null;
        }
        return last.senses().get(0).company();
    }

    private Sense sureSense(Company company) {
        return new Sense(Alias.parse(company.name()), company, companies.payerOf(company), null, Context.NONE);
    }

    private static boolean isOneWord(char c) {
        byte kind = Letters.classOfUnit(c);
        return kind != Letters.OTHER && kind != Letters.IDEOGRAPH;
    }

    private List<FoundEntity> settle(char[] text, List<Candidate> candidates) {
        Evidence evidence = new Evidence(text, candidates);
        Set<String> others = abbreviationsOfOthers(text, candidates);
        var found = new ArrayList<FoundEntity>(candidates.size());
        boolean[] isCompany = new boolean[candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            Sense sense = candidate.senses().get(0);
            if (!candidate.isSure()) {
                boolean afterCompany = i > 0 && isCompany[i - 1] && linked(text, candidates.get(i - 1), candidate);
                boolean beforeCompany = i + 1 < candidates.size()
                        && isSureCompany(candidates.get(i + 1))
                        && linked(text, candidate, candidates.get(i + 1));
                sense = evidence.settle(candidate, afterCompany, beforeCompany);
            }
            if (sense == null || isOneOf(others, text, candidate)) {
                continue;
            }
            isCompany[i] = !sense.isPlace() && !isShield(sense);
            int end = sense.isPlace() ? candidate.end() : LegalForms.endAfter(text, candidate.end());
            found.add(sense.found(candidate.start(), end));
        }
        return found;
    }

    /** {@code Development Centre (IDC)}: letters in brackets stand for the capitalised words before them, there and ever after. */
    private static Set<String> abbreviationsOfOthers(char[] text, List<Candidate> candidates) {
        Set<String> others = new HashSet<>();
        var around = new Surroundings(text);
        for (int i = 0; i < candidates.size(); i++) {
            Candidate here = candidates.get(i);
            if (here.senses().get(0).company() != null
                    && Tickers.isBracketed(text, here.start(), here.end())
                    && !(i > 0 && isNameOf(candidates.get(i - 1), here))
                    && Surroundings.isCapitalised(around.wordBefore(here.start() - 1))) {
                others.add(new String(text, here.start(), here.end() - here.start()));
            }
        }
        return others;
    }

    /** {@code International Data Corporation (IDC)}: the name before the bracket is the same one's. */
    private static boolean isNameOf(Candidate before, Candidate bracketed) {
        return bracketed.start() - before.end() <= LEGAL_FORM_AND_BRACKET
                && Objects.equals(
                        before.senses().get(0).payer(),
                        bracketed.senses().get(0).payer());
    }

    private static boolean isOneOf(Set<String> words, char[] text, Candidate candidate) {
        return !words.isEmpty()
                && words.contains(new String(text, candidate.start(), candidate.end() - candidate.start()));
    }

    private static boolean linked(char[] text, Candidate before, Candidate after) {
        return Evidence.isEnumeration(text, before.end(), after.start());
    }

    private static boolean isSureCompany(Candidate candidate) {
        return candidate.isSure()
                && !candidate.senses().get(0).isPlace()
                && !isShield(candidate.senses().get(0));
    }

    /** Media and other phrases that only keep names from being read into them. */
    private static boolean isShield(FoundEntity entity) {
        return entity.company() != null && entity.company().kind() == EntityKind.MEDIA;
    }

    private static boolean isShield(Sense sense) {
        return sense.company() != null && sense.company().kind() == EntityKind.MEDIA;
    }

    private static @Nullable Place placeIn(NameFinder placeNames, String alias) {
        char[] text = alias.toCharArray();
        for (int at = 0; at < text.length; at++) {
            boolean wordStart =
                    at == 0 || !Letters.isWord(text[at - 1]) || Letters.classOfUnit(text[at]) == Letters.IDEOGRAPH;
            Candidate place = wordStart && Letters.isWord(text[at]) ? placeNames.longestAt(text, at) : null;
            if (place != null && place.isSure()) {
                return place.senses().get(0).place();
            }
        }
        return null;
    }
}
