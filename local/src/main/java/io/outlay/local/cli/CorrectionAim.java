package io.outlay.local.cli;

import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a correction is aimed at: a commitment, one figure of it, or what one article says of it. */
final class CorrectionAim {
    /** How the aim is narrowed. */
    static final class Options {
        @Option(names = "--figure", description = "Only the figure whose id is given, not its whole commitment.")
        private boolean figure;

        @Option(
                names = "--article",
                paramLabel = "ID",
                description = "Only what this article says of it; 'outlay explain' names the articles.")
        private @Nullable String article;
    }

    /**
     * Where one correction goes.
     *
     * @param payer the payer that the articles state, or whose commitment it is
     */
    record Aim(String payer, Target target) {
        static Target commitment(String id) {
            return new Target(null, id, null, null, null);
        }

        static Target figure(String id) {
            return new Target(id, null, null, null, null);
        }
    }

    private final CorrectionDesk desk;
    private final Options options;

    CorrectionAim(CorrectionDesk desk, Options options) {
        this.desk = desk;
        this.options = options;
    }

    boolean ofFigure() {
        return options.figure;
    }

    /** The aims of a correction of this commitment or figure. */
    List<Aim> at(String id) {
        Commitment c = desk.commitment(id);
        if (options.article != null) {
            return claimsOf(options.article, id, c);
        }
        String figure = figure(id, c);
        return List.of(new Aim(c.payer().id(), options.figure ? Aim.figure(figure) : Aim.commitment(figure)));
    }

    /** As {@link #at}, but a commitment figure by figure, as articles state them: claims are moved, and not lines. */
    List<Aim> atStatedFigures(String id) {
        Commitment c = desk.commitment(id);
        if (options.article != null) {
            return claimsOf(options.article, id, c);
        }
        Set<String> figures = options.figure ? Set.of(figure(id, c)) : Set.copyOf(c.figures());
        Collection<ClaimSet> claims = desk.claims().orElse(null);
        Set<Aim> aims = new LinkedHashSet<>();
        if (claims == null) {
            c.figures().stream()
                    .filter(figures::contains)
                    .forEach(figure -> aims.add(new Aim(c.payer().id(), Aim.figure(figure))));
        } else {
            for (ClaimSet set : claims) {
                set.claims().stream()
                        .map(Claim::figure)
                        .filter(figures::contains)
                        .forEach(figure -> aims.add(new Aim(set.payer().id(), Aim.figure(figure))));
            }
        }
        if (aims.isEmpty()) {
            throw new CommandFailedException("no article states " + String.join(", ", figures)
                    + " any more, a correction hits nothing; nothing was written");
        }
        return List.copyOf(aims);
    }

    private List<Aim> claimsOf(String article, String id, Commitment c) {
        Collection<ClaimSet> claims = desk.claims()
                .orElseThrow(() -> new CommandFailedException(
                        "--article needs the topics, where the claims of the articles are: leave --ledger out"));
        Set<String> figures = options.figure ? Set.of(figure(id, c)) : Set.copyOf(c.figures());
        List<Aim> aims = new ArrayList<>();
        for (ClaimSet set : claims) {
            if (set.articleId().equals(article)) {
                for (Claim claim : set.claims()) {
                    if (figures.contains(claim.figure())) {
                        aims.add(new Aim(
                                set.payer().id(), new Target(null, null, article, claim.measure(), claim.amount())));
                    }
                }
            }
        }
        if (aims.isEmpty()) {
            throw new CommandFailedException("article '" + article + "' says nothing of " + c.id()
                    + ", a correction hits nothing; nothing was written. 'outlay explain " + c.id()
                    + "' names the articles");
        }
        return aims;
    }

    /** The figure that is named by its first digits; of a commitment's own the one that gives it its id. */
    private static String figure(String id, Commitment c) {
        String digits = id.toLowerCase(Locale.ROOT);
        if (c.id().startsWith(digits)) {
            return c.id();
        }
        return c.figures().stream()
                .filter(figure -> figure.startsWith(digits))
                .findFirst()
                .orElse(c.id());
    }
}
