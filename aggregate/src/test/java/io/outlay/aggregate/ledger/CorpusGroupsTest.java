package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.RateUnit;
import io.outlay.contracts.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A folder of labelled articles, {@code -Doutlay.corpus=DIR}: the claims are the labels', and same.json says which of them are one
 * announcement. B-cubed: of each claim, how many of those in its commitment belong there, and how many that belong there are in it.
 */
class CorpusGroupsTest {
    private static final double AT_LEAST = 0.95;

    /** Places that labels name in their sentence or note: the corpus labels countries only. */
    private static final Map<String, String> PLACES = Map.of(
            "El Paso", "us-tx-el-paso",
            "Hyperion", "us-la",
            "Louisiana", "us-la",
            "Abilene", "us-tx-abilene",
            "Ohio", "us-oh",
            "Indiana", "us-in",
            "North Carolina", "us-nc",
            "Pennsylvania", "us-pa");

    @Test
    void goldClaimsComeTogetherAsTheGroupsHaveThem() throws IOException {
        String given = System.getProperty("outlay.corpus");
        assumeTrue(given != null, "CorpusGroupsTest was not run: give the corpus's folder as -Doutlay.corpus=DIR");
        Path folder = Path.of(given);
        JsonNode same = Json.mapper().readTree(folder.resolve("same.json").toFile());
        Map<String, String> figureOf = new TreeMap<>();
        List<ClaimSet> sets = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("labels"))) {
            for (Path file : files.sorted().toList()) {
                read(file, folder, same, sets, figureOf);
            }
        }
        LedgerFold fold = LedgerFold.ofClaims(sets, List.of(), RateTable.shipped());
        Map<String, String> commitmentOf = new HashMap<>();
        for (Commitment c : fold.commitments()) {
            c.figures().forEach(figure -> commitmentOf.put(figure, c.id()));
        }
        Map<String, String> found = new TreeMap<>();
        figureOf.forEach((claim, figure) -> found.put(claim, String.valueOf(commitmentOf.get(figure))));
        Map<String, String> gold = gold(same, found.keySet());
        double precision = overlap(found, gold);
        double recall = overlap(gold, found);
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf(
                Locale.ROOT,
                "CorpusGroupsTest: %d claims, B-cubed precision %.4f, recall %.4f, F1 %.4f%n",
                found.size(),
                precision,
                recall,
                f1);
        print("joined, though not one", found, gold);
        print("apart, though one", gold, found);
        assertTrue(f1 >= AT_LEAST, "B-cubed F1 is " + f1 + ", below " + AT_LEAST);
    }

    private static void print(String what, Map<String, String> groups, Map<String, String> others) {
        clusters(groups).forEach((id, claims) -> {
            Set<String> parts = new TreeSet<>();
            claims.forEach(claim -> parts.add(others.get(claim)));
            if (parts.size() > 1) {
                System.out.println("  " + what + ": " + id + " " + claims + " as " + parts);
            }
        });
    }

    private static Map<String, Set<String>> clusters(Map<String, String> of) {
        Map<String, Set<String>> clusters = new TreeMap<>();
        of.forEach((claim, cluster) ->
                clusters.computeIfAbsent(cluster, c -> new TreeSet<>()).add(claim));
        return clusters;
    }

    /** The mean share of a claim's cluster that is in its other cluster too. */
    private static double overlap(Map<String, String> clusters, Map<String, String> others) {
        Map<String, Set<String>> byCluster = clusters(clusters);
        double sum = 0;
        for (String claim : clusters.keySet()) {
            Set<String> with = byCluster.getOrDefault(clusters.get(claim), Set.of());
            long right = with.stream()
                    .filter(o -> String.valueOf(others.get(o)).equals(others.get(claim)))
                    .count();
            sum += (double) right / with.size();
        }
        return sum / clusters.size();
    }

    /** The labelled groups; the two of a pair that replaces are one, unless the texts alone do not prove it. */
    private static Map<String, String> gold(JsonNode same, Set<String> claims) {
        Map<String, String> groups = new TreeMap<>();
        claims.forEach(claim -> groups.put(claim, claim));
        for (JsonNode group : same.get("groups")) {
            String first = null;
            for (JsonNode member : group.get("members")) {
                first = first == null ? name(member) : first;
                join(groups, first, name(member));
            }
        }
        for (JsonNode pair : same.get("supersedes")) {
            if (!pair.get("needs_outside_knowledge").asBoolean()) {
                join(groups, name(pair.get("older")), name(pair.get("newer")));
            }
        }
        return groups;
    }

    private static void join(Map<String, String> groups, String a, String b) {
        String to = groups.get(a);
        String from = groups.get(b);
        groups.replaceAll((claim, group) -> group.equals(from) ? to : group);
    }

    private static String name(JsonNode member) {
        return member.get(0).asText() + "#" + member.get(1).asInt();
    }

    private static void read(Path file, Path folder, JsonNode same, List<ClaimSet> sets, Map<String, String> figureOf) {
        try {
            JsonNode labels = Json.mapper().readTree(file.toFile());
            String doc = labels.get("id").asText();
            JsonNode article = Json.mapper()
                    .readTree(folder.resolve("docs/" + doc + ".json").toFile());
            String published = day(article.path("published").asText(""));
            JsonNode announcements = labels.get("announcements");
            Map<String, List<Told>> byPayer = new TreeMap<>();
            for (int i = 0; i < announcements.size(); i++) {
                Told told = told(announcements.get(i), announcements, published);
                for (JsonNode revision : same.get("within_document_revisions")) {
                    boolean here = revision.get("doc").asText().equals(doc)
                            && revision.get("announcement").asInt() == i;
                    told = here ? told.from(old(revision.get("old_value"), told.amount())) : told;
                }
                byPayer.computeIfAbsent(told.payer().id(), payer -> new ArrayList<>())
                        .add(told);
                figureOf.put(doc + "#" + i, told.figure());
            }
            String url = article.path("url").asText("https://" + doc + ".example/");
            byPayer.forEach((payer, toldOfPayer) -> {
                List<Claim> claims = new ArrayList<>();
                toldOfPayer.forEach(told -> claims.add(told.claim(claims.size())));
                sets.add(new ClaimSet(
                        toldOfPayer.get(0).payer(),
                        doc,
                        url,
                        null,
                        null,
                        published.isEmpty() ? null : published,
                        List.of(),
                        "labels",
                        claims));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Told told(JsonNode a, JsonNode all, String published) {
        Told told = Told.by(
                        Scenario.slug(a.get("company").asText()),
                        a.path("company_country").asText("*"))
                .measure(measure(a))
                .amount(amount(a))
                .in(text(a, "spend_country"))
                .at(place(a))
                .status(Status.OFFICIAL)
                .change(change(a));
        JsonNode partner = a.path("partners").path(0);
        told = partner.isMissingNode() ? told : told.with(Scenario.slug(partner.asText()));
        JsonNode usd = a.get("amount_usd");
        told = usd.isNumber() ? told.printed(usd.asDouble() / Told.BILLION) : told;
        JsonNode whole = a.get("part_of");
        told = whole.isInt() ? told.partOf(amount(all.get(whole.asInt()))) : told;
        told = told.period(period(a, published));
        return published.isEmpty() ? told : told.on(published);
    }

    private static Measure measure(JsonNode a) {
        if (a.get("aggregate").asBoolean()) {
            return Measure.MEMO;
        }
        return switch (a.get("kind").asText()) {
            case "capex_guidance" -> Measure.GUIDANCE;
            case "compute_purchase" -> Measure.PURCHASE;
            case "government_programme" -> Measure.PUBLIC;
            case "reported_spend" -> Measure.ACTUAL;
            case "stake_investment" -> Measure.EQUITY;
            default -> Measure.COMMITMENT;
        };
    }

    private static Change change(JsonNode a) {
        return switch (a.get("status").asText()) {
            case "raised" -> Change.RAISED;
            case "cut" -> Change.CUT;
            case "cancelled" -> Change.CANCELLED;
            default -> Change.NEW;
        };
    }

    private static Amount amount(JsonNode a) {
        long low = a.get("amount_low").asLong();
        long high = a.get("amount_high").asLong();
        RateUnit per = text(a, "note") != null && a.get("note").asText().contains("per month") ? RateUnit.MONTH : null;
        Qualifier qualifier =
                switch (a.get("qualifier").asText()) {
                    case "range" -> Qualifier.RANGE;
                    case "up_to" -> Qualifier.UP_TO;
                    case "at_least" -> Qualifier.AT_LEAST;
                    case "approx" -> Qualifier.ABOUT;
                    default -> Qualifier.EXACT;
                };
        return new Amount(
                qualifier == Qualifier.UP_TO ? 0 : low,
                high,
                high,
                a.get("currency").asText(),
                qualifier,
                per);
    }

    private static Amount old(JsonNode value, Amount now) {
        long low = value.isArray() ? value.get(0).asLong() : value.asLong();
        long high = value.isArray() ? value.get(1).asLong() : value.asLong();
        return new Amount(low, high, high, now.currency(), low < high ? Qualifier.RANGE : Qualifier.EXACT, null);
    }

    private static String place(JsonNode a) {
        String words = a.get("evidence").asText() + " " + a.path("note").asText("");
        return PLACES.entrySet().stream()
                .filter(e -> words.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static Period period(JsonNode a, String published) {
        String end = text(a, "horizon_end");
        String start = text(a, "horizon_start");
        if (end == null) {
            return null;
        }
        String from = start != null ? start : published.isEmpty() ? null : published.substring(0, 4);
        String key = from == null || from.substring(0, 4).equals(end.substring(0, 4))
                ? "CY" + end.substring(0, 4)
                : from.substring(0, 4) + "-" + end.substring(0, 4);
        return Periods.ofKey(key);
    }

    /** A coarse day counts from its last day. */
    private static String day(String published) {
        return switch (published.length()) {
            case 4 -> "";
            case 7 -> YearMonth.parse(published).atEndOfMonth().toString();
            default ->
                published.length() < 10
                        ? ""
                        : LocalDate.parse(published.substring(0, 10)).toString();
        };
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
