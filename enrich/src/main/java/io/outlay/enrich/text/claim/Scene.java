package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Lexicon;
import io.outlay.enrich.text.prose.Sentence;
import io.outlay.enrich.text.prose.Tokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sentence laid out for reading: its tokens, the cue words among them, the amounts and the names, all by token position,
 * and how far apart two positions are.
 */
public final class Scene {
    /** An amount or a name with the tokens that it covers, end exclusive. */
    public record Placed<T>(T what, int from, int to) {}

    private final String body;
    private final Sentence sentence;
    private final Tokens tokens;
    private final List<Cue> cues;
    private final List<Placed<Money>> monies;
    private final List<Placed<FoundEntity>> names;
    private final Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
    /** steps[t] = the cost of walking from the sentence's beginning to token t. */
    private final int[] steps;

    private Scene(
            String body,
            Sentence sentence,
            Tokens tokens,
            List<Cue> cues,
            List<Placed<Money>> monies,
            List<Placed<FoundEntity>> names) {
        this.body = body;
        this.sentence = sentence;
        this.tokens = tokens;
        this.cues = cues;
        this.monies = monies;
        this.names = names;
        cues.forEach(cue -> kinds.add(cue.kind()));
        this.steps = steps();
    }

    public static Scene of(
            String body, Sentence sentence, List<Money> monies, List<FoundEntity> names, Lexicon lexicon) {
        Tokens tokens = Tokens.of(body, sentence.start(), sentence.end());
        List<Placed<Money>> placedMonies = new ArrayList<>();
        for (Money money : monies) {
            placedMonies.add(
                    new Placed<>(money, tokens.firstEndingAfter(money.start()), tokens.firstFrom(money.end())));
        }
        List<Placed<FoundEntity>> placedNames = new ArrayList<>();
        for (FoundEntity name : names) {
            placedNames.add(new Placed<>(name, tokens.firstEndingAfter(name.start()), tokens.firstFrom(name.end())));
        }
        List<Cue> cues = new ArrayList<>();
        for (Cue cue : lexicon.find(tokens)) {
            if (!isCovered(cue, placedMonies)) {
                cues.add(cue);
            }
        }
        return new Scene(body, sentence, tokens, cues, placedMonies, placedNames);
    }

    private static boolean isCovered(Cue cue, List<Placed<Money>> monies) {
        for (Placed<Money> money : monies) {
            if (cue.from() >= money.from() && cue.to() <= money.to()) {
                return true;
            }
        }
        return false;
    }

    public String body() {
        return body;
    }

    /** The sentence as it stands in the body. */
    public String text() {
        return body.substring(sentence.start(), sentence.end());
    }

    public Sentence sentence() {
        return sentence;
    }

    public Tokens tokens() {
        return tokens;
    }

    public List<Cue> cues() {
        return cues;
    }

    public List<Placed<Money>> monies() {
        return monies;
    }

    public List<Placed<FoundEntity>> names() {
        return names;
    }

    public boolean has(CueKind kind) {
        return kinds.contains(kind);
    }

    /** Whether the cue is a part of somebody's name: the AI of {@code Mistral AI}. */
    public boolean isInName(Cue cue) {
        for (Placed<FoundEntity> name : names) {
            if (cue.from() >= name.from()
                    && cue.to() <= name.to()
                    && name.what().company() != null) {
                return true;
            }
        }
        return false;
    }

    /** The words from one token to another, end exclusive; empty when there are none. */
    public String text(int from, int to) {
        return from < to ? tokens.text(from, to) : "";
    }

    public String text(Cue cue) {
        return body.substring(tokens.start(cue.from()), tokens.end(cue.to() - 1));
    }

    /** How many steps lie between the end of the left and the beginning of the right: words count 1, marks and turns more. */
    public int steps(int leftEnd, int right) {
        return right <= leftEnd ? 0 : steps[right] - steps[leftEnd];
    }

    /** The nearest cue of a kind that ends at or before {@code token}, or null. */
    public @Nullable Cue before(int token, CueKind kind) {
        Cue nearest = null;
        for (Cue cue : cues) {
            if (cue.to() > token) {
                break;
            }
            if (cue.kind() == kind) {
                nearest = cue;
            }
        }
        return nearest;
    }

    /** The nearest cue of a kind that begins at or after {@code token}, or null. */
    public @Nullable Cue after(int token, CueKind kind) {
        for (Cue cue : cues) {
            if (cue.kind() == kind && cue.from() >= token) {
                return cue;
            }
        }
        return null;
    }

    /** Whether a cue of the kind lies within {@code from} and {@code to}. */
    public boolean hasBetween(int from, int to, CueKind kind) {
        Cue cue = after(from, kind);
        return cue != null && cue.to() <= to;
    }

    private int[] steps() {
        int n = tokens.size();
        int[] sums = new int[n + 1];
        int[] cost = new int[n];
        for (int t = 0; t < n; t++) {
            cost[t] = tokens.hash(t) != 0 ? 1 : markCost(tokens.mark(t));
        }
        for (Cue cue : cues) {
            if (cue.kind() == CueKind.TURN) {
                cost[cue.from()] = Math.max(cost[cue.from()], 3);
            }
        }
        for (Placed<FoundEntity> name : names) {
            shrink(cost, name.from(), name.to(), 1);
        }
        for (Placed<Money> money : monies) {
            shrink(cost, money.from(), money.to(), money.what().conversion() ? 0 : 4);
        }
        forgetBrackets(cost);
        for (int t = 0; t < n; t++) {
            sums[t + 1] = sums[t] + cost[t];
        }
        return sums;
    }

    private static void shrink(int[] cost, int from, int to, int whole) {
        for (int t = from; t < to && t < cost.length; t++) {
            cost[t] = t == from ? whole : 0;
        }
    }

    /** What stands in brackets costs nothing to step over, yet entering or leaving them costs. */
    private void forgetBrackets(int[] cost) {
        int open = -1;
        for (int t = 0; t < cost.length; t++) {
            char mark = tokens.mark(t);
            if (mark == '(') {
                open = t;
            } else if (mark == ')' && open >= 0) {
                boolean hasMoney = false;
                for (Placed<Money> money : monies) {
                    hasMoney |= !money.what().conversion() && money.from() > open && money.to() <= t;
                }
                if (!hasMoney) {
                    for (int inside = open; inside <= t; inside++) {
                        cost[inside] = 0;
                    }
                }
                open = -1;
            }
        }
    }

    private static int markCost(char mark) {
        return switch (mark) {
            case ',' -> 2;
            case ';' -> 8;
            case '—', ':', '(', ')', '|' -> 3;
            case '.', '!', '?' -> 4;
            default -> 0;
        };
    }
}
