package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.EntityKind;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Lexicon;
import io.outlay.enrich.text.prose.Sentence;
import io.outlay.enrich.text.prose.Sentences;
import io.outlay.enrich.text.prose.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article laid out for reading: its sentences, those with money as {@link Scene}s, and whom it speaks of where. Sentences
 * are cut into words only where somebody asks for their scene.
 */
final class Story {
    private final String body;
    private final List<Sentence> sentences;
    private final List<List<Money>> monies;
    private final List<List<FoundEntity>> names;
    private final @Nullable Scene[] scenes;
    private final Lexicon lexicon;
    private final @Nullable Company main;
    private final @Nullable String country;
    private final @Nullable Company ofTitle;
    private @Nullable Map<String, Restated> restated;
    private final @Nullable String title;
    private final boolean titleSpeaksOfAi;
    private double aiDensity = -1;
    private @Nullable Map<Long, Company> people;
    private final Map<String, Boolean> forecasters = new HashMap<>();

    private Story(
            String body,
            List<Sentence> sentences,
            List<List<Money>> monies,
            List<List<FoundEntity>> names,
            @Nullable String title,
            List<FoundEntity> titleNames,
            Lexicon lexicon) {
        this.body = body;
        this.titleSpeaksOfAi = title != null && speaksOf(CueKind.AI, title, lexicon);
        this.title = title;
        this.ofTitle = firstFirm(titleNames);
        this.sentences = sentences;
        this.monies = monies;
        this.names = names;
        this.lexicon = lexicon;
        this.scenes = new Scene[sentences.size()];
        this.main = mostNamed(names);
        this.country = countryMostNamed(names);
    }

    private static boolean speaksOf(CueKind kind, String text, Lexicon lexicon) {
        return lexicon.find(Tokens.of(text, 0, text.length())).stream().anyMatch(cue -> cue.kind() == kind);
    }

    static Story of(
            String body,
            List<Money> monies,
            List<FoundEntity> names,
            @Nullable String title,
            List<FoundEntity> titleNames,
            Lexicon lexicon) {
        List<Sentence> sentences = Sentences.of(body);
        return new Story(
                body,
                sentences,
                bySentence(
                        sentences,
                        monies.stream().map(m -> new int[] {m.start(), m.end()}).toList(),
                        monies),
                bySentence(
                        sentences,
                        names.stream().map(n -> new int[] {n.start(), n.end()}).toList(),
                        names),
                title,
                titleNames,
                lexicon);
    }

    private static <T> List<List<T>> bySentence(List<Sentence> sentences, List<int[]> spans, List<T> all) {
        List<List<T>> parts = new ArrayList<>(sentences.size());
        int next = 0;
        for (Sentence sentence : sentences) {
            List<T> part = List.of();
            while (next < all.size() && spans.get(next)[0] < sentence.end()) {
                if (spans.get(next)[0] >= sentence.start() && spans.get(next)[1] <= sentence.end()) {
                    if (part.isEmpty()) {
                        part = new ArrayList<>();
                    }
                    part.add(all.get(next));
                }
                next++;
            }
            parts.add(part);
        }
        return parts;
    }

    int size() {
        return sentences.size();
    }

    String body() {
        return body;
    }

    Sentence sentence(int i) {
        return sentences.get(i);
    }

    boolean hasMoney(int i) {
        return !monies.get(i).isEmpty();
    }

    List<FoundEntity> names(int i) {
        return names.get(i);
    }

    Scene scene(int i) {
        Scene scene = scenes[i];
        if (scene == null) {
            scene = Scene.of(body, sentences.get(i), monies.get(i), names.get(i), lexicon);
            scenes[i] = scene;
        }
        return scene;
    }

    /** The company that the article names most often, the earlier of equals; null when it names none. */
    @Nullable
    Company main() {
        return main;
    }

    private static @Nullable Company mostNamed(List<List<FoundEntity>> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Company> companies = new LinkedHashMap<>();
        for (List<FoundEntity> of : names) {
            for (FoundEntity name : of) {
                Company payer = name.payer();
                if (payer != null && isFirm(payer)) {
                    counts.merge(payer.id(), 1, Integer::sum);
                    companies.put(payer.id(), payer);
                }
            }
        }
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best == null ? null : companies.get(best);
    }

    static boolean isFirm(Company company) {
        return company.kind() != EntityKind.GOVERNMENT && company.kind() != EntityKind.MEDIA;
    }

    /**
     * Whom a sentence before {@code i} speaks of: the subject of the nearest one that names a company, at most {@code back}
     * sentences away.
     */
    @Nullable
    FoundEntity focusBefore(int i, int back) {
        for (int s = i - 1; s >= Math.max(0, i - back); s--) {
            if (names.get(s).isEmpty()) {
                continue;
            }
            Scene scene = scene(s);
            FoundEntity subject = subjectOf(scene);
            if (subject != null) {
                return subject;
            }
        }
        return null;
    }

    /** The country that the article names most often, the earlier of equals; null when it names none. */
    @Nullable
    String country() {
        return country;
    }

    private static @Nullable String countryMostNamed(List<List<FoundEntity>> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(of -> of.forEach(name -> {
            if (name.country() != null && !name.country().equals("EU")) {
                counts.merge(name.country(), 1, Integer::sum);
            }
        }));
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /** The company that stands as the subject of the sentence, null when it names none. */
    @Nullable
    FoundEntity subject(int i) {
        return names.get(i).isEmpty() ? null : subjectOf(scene(i));
    }

    /** The first company of the sentence that stands as a subject may: with no preposition before it. */
    private static @Nullable FoundEntity subjectOf(Scene scene) {
        FoundEntity fallback = null;
        for (Placed<FoundEntity> name : scene.names()) {
            Company payer = name.what().payer();
            if (payer == null || !isFirm(payer)) {
                continue;
            }
            if (!Grammar.isOblique(scene, name.from())) {
                return name.what();
            }
            if (fallback == null) {
                fallback = name.what();
            }
        }
        return fallback;
    }

    /** Whether a name of the sentence stands with no preposition before it, and owns nothing there. */
    boolean isSubject(int i, FoundEntity named) {
        Scene scene = scene(i);
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.what().equals(named)) {
                return !Grammar.isOblique(scene, name.from()) && !Grammar.isPossessive(scene, name.to());
            }
        }
        return false;
    }

    /** The first company of the title, null without one. */
    @Nullable
    Company ofTitle() {
        return ofTitle;
    }

    private static @Nullable Company firstFirm(List<FoundEntity> names) {
        for (FoundEntity name : names) {
            Company payer = name.payer();
            if (payer != null && isFirm(payer)) {
                return payer;
            }
        }
        return null;
    }

    /** The company of somebody whom the article introduces with a title ({@code Amazon CEO Andy Jassy}), by the surname's hash. */
    @Nullable
    Company companyOf(long surname) {
        Map<Long, Company> known = people;
        if (known == null) {
            known = People.in(body, names, lexicon);
            people = known;
        }
        return known.get(surname);
    }

    /** How often the article prints an amount of money, and whether within its first sentences. */
    record Restated(int times, boolean inLead) {}

    private static final int LEAD = 3;
    /** How often the article prints an amount, up to rounding. */
    Restated restated(Money money) {
        Map<String, Restated> all = restated;
        if (all == null) {
            all = new HashMap<>();
            for (int i = 0; i < monies.size(); i++) {
                for (Money other : monies.get(i)) {
                    all.merge(
                            other.rounded(),
                            new Restated(1, i < LEAD),
                            (a, b) -> new Restated(a.times + b.times, a.inLead || b.inLead));
                }
            }
            restated = all;
        }
        return all.getOrDefault(money.rounded(), new Restated(1, false));
    }

    /** Whether the title prints the amount's number: {@code $25B} for {@code $25 billion}. */
    boolean titlePrints(Money money) {
        if (title == null) {
            return false;
        }
        int from = money.start();
        while (from < money.end() && !isDigit(body.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < money.end() && (isDigit(body.charAt(to)) || isPoint(body, to))) {
            to++;
        }
        String number = body.substring(from, to);
        for (int at = number.isEmpty() ? -1 : title.indexOf(number); at >= 0; at = title.indexOf(number, at + 1)) {
            int end = at + number.length();
            boolean alone = (at == 0 || !isDigit(title.charAt(at - 1)) && title.charAt(at - 1) != '.')
                    && (end == title.length() || !isDigit(title.charAt(end)) && !isPoint(title, end));
            if (alone) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPoint(String text, int at) {
        return (text.charAt(at) == '.' || text.charAt(at) == ',')
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1));
    }

    /** Whether the name is one of those who forecast what others spend: banks, research firms. */
    boolean isForecaster(Company company) {
        return forecasters.computeIfAbsent(company.id(), id -> speaksOf(CueKind.FORECAST, company.name(), lexicon));
    }

    boolean titleSpeaksOfAi() {
        return titleSpeaksOfAi;
    }

    /** The share of sentences that speak of AI, among the first ones and those with money. */
    double aiDensity() {
        if (aiDensity < 0) {
            int all = 0;
            int ofAi = 0;
            for (int i = 0; i < size(); i++) {
                if (i <= LEAD || hasMoney(i)) {
                    all++;
                    ofAi += hasAi(scene(i)) ? 1 : 0;
                }
            }
            aiDensity = ofAi / (double) Math.max(1, all);
        }
        return aiDensity;
    }

    /** Whether a sentence of the stretch speaks of AI. */
    boolean speaksOfAi(int from, int to) {
        for (int s = Math.max(0, from); s < Math.min(size(), to); s++) {
            if (hasAi(scene(s))) {
                return true;
            }
        }
        return false;
    }

    static boolean hasAi(Scene scene) {
        return hasAiBetween(scene, 0, scene.tokens().size());
    }

    static boolean hasAiBetween(Scene scene, int from, int to) {
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.AI && cue.from() >= from && cue.to() <= to && !scene.isInName(cue)) {
                return true;
            }
        }
        return false;
    }
}
