package io.outlay.aggregate.ledger;

import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Precision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * R17: an analyst's word on figures and commitments outranks every rule. Those on one article's claim, and moves, were applied before
 * ({@link EffectivePayer}).
 */
final class Corrected {
    private Corrected() {}

    /** The id that a correction is aimed at, if it is aimed at a figure or commitment. */
    static @Nullable String aim(Correction correction) {
        Target target = correction.target();
        return target == null ? null : target.figure() != null ? target.figure() : target.commitment();
    }

    /** Whether any correction is aimed at one of the figures or their commitments. */
    static boolean any(Collection<FigureSummary> figures, List<Correction> active) {
        for (Correction correction : active) {
            String aim = aim(correction);
            if (aim != null && figures.stream().anyMatch(figure -> isKnownAs(figure, aim))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAimedAtCommitment(Correction correction) {
        return correction.target() != null && correction.target().commitment() != null;
    }

    /** Whether a figure is known by an id: its own, or the one under which articles state it. */
    static boolean isKnownAs(FigureSummary summary, String id) {
        return summary.id().equals(id) || summary.statedFigures().contains(id);
    }

    /** Figures as SET and REJECT of figures leave them; two that become one are put together. */
    static List<FigureSummary> figures(Collection<FigureSummary> summaries, List<Correction> active) {
        Map<String, FigureSummary> byId = new TreeMap<>();
        summaries.forEach(s -> byId.put(s.id(), s));
        for (Correction correction : active) {
            String aim = aim(correction);
            boolean figureOnly = !isAimedAtCommitment(correction);
            if (aim == null || !figureOnly || !changesFigures(correction.action())) {
                continue;
            }
            for (FigureSummary s : List.copyOf(byId.values())) {
                if (isKnownAs(s, aim)) {
                    replace(byId, s, correction.action() == Action.SET ? set(s, correction) : rejected(s, correction));
                }
            }
        }
        return List.copyOf(byId.values());
    }

    private static boolean changesFigures(Action action) {
        return action == Action.SET || action == Action.REJECT;
    }

    /** A SET of a commitment holds for all its figures, except a number or day, which holds for the figure that is named. */
    static List<FigureSummary> set(
            Collection<FigureSummary> all, List<FigureSummary> ofCommitment, Correction correction) {
        Map<String, FigureSummary> byId = new TreeMap<>();
        all.forEach(s -> byId.put(s.id(), s));
        String field = String.valueOf(correction.field()).toUpperCase(Locale.ROOT);
        boolean named = field.equals("AMOUNT") || field.equals("DAY") || field.equals("CHANGE");
        String aim = String.valueOf(aim(correction));
        for (FigureSummary s : ofCommitment) {
            if (!named || isKnownAs(s, aim)) {
                replace(byId, s, set(s, correction));
            }
        }
        return List.copyOf(byId.values());
    }

    private static void replace(Map<String, FigureSummary> byId, FigureSummary old, FigureSummary now) {
        byId.remove(old.id(), old);
        byId.merge(now.id(), now, Corrected::together);
    }

    private static FigureSummary set(FigureSummary s, Correction correction) {
        List<Statement> statements = new ArrayList<>();
        Figure figure = s.figure();
        boolean applied = false;
        for (Statement statement : s.statements()) {
            Sighting before = new Sighting(
                    s.figure(),
                    null,
                    statement.day() == null ? null : new AnnouncedOn(statement.day(), Precision.DAY, DayBasis.TEXT),
                    statement.status(),
                    statement.change(),
                    statement.previous(),
                    statement.partOf(),
                    null,
                    List.of());
            Sighting after = SetField.apply(before, correction);
            applied |= !after.corrections().isEmpty();
            figure = after.figure();
            statements.add(new Statement(
                    after.day(),
                    after.status(),
                    after.change(),
                    after.previous(),
                    after.partOf(),
                    statement.articles()));
        }
        if (!applied) {
            return s;
        }
        statements.sort(Statement.ORDER);
        Set<String> stated = new LinkedHashSet<>(s.statedFigures());
        if (!figure.id().equals(s.id())) {
            stated.add(s.id());
        }
        return new FigureSummary(
                figure,
                s.articles(),
                s.usdPrinted(),
                statements,
                stated.stream().sorted().toList(),
                with(s.corrections(), ActiveCorrections.applied(correction)),
                s.rejected(),
                s.notes());
    }

    private static FigureSummary rejected(FigureSummary s, Correction correction) {
        return new FigureSummary(
                s.figure(),
                s.articles(),
                s.usdPrinted(),
                s.statements(),
                s.statedFigures(),
                with(s.corrections(), ActiveCorrections.applied(correction)),
                true,
                s.notes());
    }

    private static FigureSummary together(FigureSummary a, FigureSummary b) {
        List<Statement> statements = new ArrayList<>(a.statements());
        statements.addAll(b.statements());
        statements.sort(Statement.ORDER);
        Set<String> stated = new LinkedHashSet<>(a.statedFigures());
        stated.addAll(b.statedFigures());
        List<AppliedCorrection> corrections = a.corrections();
        for (AppliedCorrection c : b.corrections()) {
            corrections = with(corrections, c);
        }
        return new FigureSummary(
                a.figure(),
                a.articles() + b.articles(),
                a.usdPrinted() != null ? a.usdPrinted() : b.usdPrinted(),
                statements,
                stated.stream().sorted().toList(),
                corrections,
                a.rejected() && b.rejected(),
                a.notes());
    }

    private static List<AppliedCorrection> with(List<AppliedCorrection> some, AppliedCorrection more) {
        Map<String, AppliedCorrection> byId = new TreeMap<>();
        some.forEach(c -> byId.put(c.id(), c));
        byId.put(more.id(), more);
        return List.copyOf(byId.values());
    }

    /** Lines as MERGE, SPLIT and REJECT of commitments leave them, each with the corrections that shaped it. */
    static Map<Line, List<AppliedCorrection>> lines(List<Line> natural, List<Correction> active) {
        if (active.stream().noneMatch(Corrected::shapesLines)) {
            Map<Line, List<AppliedCorrection>> untouched = new LinkedHashMap<>();
            natural.forEach(line -> untouched.put(line, List.of()));
            return untouched;
        }
        List<Set<Member>> groups = new ArrayList<>();
        natural.forEach(line -> groups.add(new LinkedHashSet<>(line.members)));
        Map<Member, List<AppliedCorrection>> touched = new HashMap<>();
        Set<Member> rejected = new LinkedHashSet<>();
        for (Correction correction : active) {
            String aim = aim(correction);
            Set<Member> group = aim == null ? null : find(groups, aim);
            if (aim == null || group == null) {
                continue;
            }
            boolean applied =
                    switch (correction.action()) {
                        case MERGE -> merge(groups, group, correction.to());
                        case SPLIT -> split(groups, group, natural, correction, aim);
                        case REJECT -> isAimedAtCommitment(correction) && rejected.addAll(group);
                        case SET, MOVE, REVOKE -> false;
                    };
            if (applied) {
                Set<Member> now = find(groups, aim);
                if (now != null) {
                    now.forEach(m -> touched.computeIfAbsent(m, member -> new ArrayList<>())
                            .add(ActiveCorrections.applied(correction)));
                }
            }
        }
        Map<Line, List<AppliedCorrection>> lines = new LinkedHashMap<>();
        for (Set<Member> group : groups) {
            Line line = natural.stream()
                    .filter(l -> l.members.equals(group))
                    .findFirst()
                    .orElseGet(() -> Line.replayed(
                            group,
                            natural.stream()
                                    .filter(l -> l.members.stream().anyMatch(group::contains))
                                    .toList()));
            line.rejected |= group.stream().anyMatch(rejected::contains);
            Map<String, AppliedCorrection> corrections = new TreeMap<>();
            group.forEach(m -> touched.getOrDefault(m, List.of()).forEach(c -> corrections.put(c.id(), c)));
            lines.put(line, List.copyOf(corrections.values()));
        }
        return lines;
    }

    private static boolean shapesLines(Correction correction) {
        return switch (correction.action()) {
            case MERGE, SPLIT -> true;
            case REJECT -> isAimedAtCommitment(correction);
            case SET, MOVE, REVOKE -> false;
        };
    }

    private static boolean merge(List<Set<Member>> groups, Set<Member> group, @Nullable String to) {
        Set<Member> into = to == null ? null : find(groups, to);
        if (into == null || into == group) {
            return false;
        }
        groups.removeIf(g -> g == group);
        into.addAll(group);
        return true;
    }

    /** A figure is taken out alone; a commitment as it was before it was merged. */
    private static boolean split(
            List<Set<Member>> groups, Set<Member> group, List<Line> natural, Correction correction, String aim) {
        Set<Member> out = new LinkedHashSet<>();
        for (Member m : group) {
            if (isKnownAs(m.summary, aim)) {
                out.add(m);
            }
        }
        if (isAimedAtCommitment(correction)) {
            natural.stream()
                    .filter(l -> l.members.stream().anyMatch(out::contains))
                    .toList()
                    .forEach(l -> out.addAll(l.members));
            out.retainAll(group);
        }
        if (out.size() == group.size()) {
            return false;
        }
        group.removeAll(out);
        groups.add(out);
        return true;
    }

    private static @Nullable Set<Member> find(List<Set<Member>> groups, String id) {
        for (Set<Member> group : groups) {
            for (Member m : group) {
                if (isKnownAs(m.summary, id)) {
                    return group;
                }
            }
        }
        return null;
    }
}
