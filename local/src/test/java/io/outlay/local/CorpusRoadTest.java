package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.enrich.text.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A folder of labelled articles, {@code -Doutlay.corpus=DIR}, from text to ledger: each labelled claim is the claim that the tagger
 * makes of its amount, or alone when it makes none. B-cubed of the commitments, against the groups of same.json.
 */
class CorpusRoadTest {
    /** 0.887 is reached. */
    private static final double AT_LEAST = 0.88;

    @Test
    void taggedClaimsComeTogetherAsTheGroupsHaveThem() throws IOException {
        String given = System.getProperty("outlay.corpus");
        assumeTrue(given != null, "CorpusRoadTest was not run: give the corpus's folder as -Doutlay.corpus=DIR");
        Path folder = Path.of(given);
        Tagger tagger = Tagger.standard();
        List<EnrichedArticle> articles = new ArrayList<>();
        Map<String, Claim> claimOf = new HashMap<>();
        Set<String> labelled = new TreeSet<>();
        for (Path file : labels(folder)) {
            JsonNode label = Json.mapper().readTree(file.toFile());
            String doc = label.get("id").asText();
            EnrichedArticle article = tagger.tag(article(doc, folder));
            articles.add(article);
            JsonNode announcements = label.get("announcements");
            for (int i = 0; i < announcements.size(); i++) {
                String name = doc + "#" + i;
                labelled.add(name);
                Claim claim = claimAt(announcements.get(i), article.claims());
                if (claim != null) {
                    claimOf.put(name, claim);
                }
            }
        }
        Map<String, String> commitmentOf = new HashMap<>();
        for (Commitment c :
                LedgerFold.of(articles, List.of(), RateTable.shipped()).commitments()) {
            c.figures().forEach(figure -> commitmentOf.put(figure, c.id()));
        }
        Map<String, String> found = new TreeMap<>();
        for (String name : labelled) {
            Claim claim = claimOf.get(name);
            found.put(name, claim == null ? name : Objects.requireNonNull(commitmentOf.get(claim.figure()), name));
        }
        Map<String, String> gold =
                groups(Json.mapper().readTree(folder.resolve("same.json").toFile()), labelled);
        double precision = overlap(found, gold);
        double recall = overlap(gold, found);
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf(
                Locale.ROOT,
                "CorpusRoadTest: %d labelled claims, %d of them tagged; B-cubed precision %.4f, recall %.4f, F1 %.4f%n",
                labelled.size(),
                claimOf.size(),
                precision,
                recall,
                f1);
        members(found).forEach((commitment, names) -> {
            Set<String> groups = new TreeSet<>();
            names.forEach(name -> groups.add(gold.get(name)));
            if (groups.size() > 1) {
                System.out.println("  joined, though not one: " + commitment + " " + names);
            }
        });
        assertTrue(f1 >= AT_LEAST, "B-cubed F1 fell to " + f1);
    }

    private static List<Path> labels(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("labels"))) {
            return files.sorted().toList();
        }
    }

    private static Article article(String doc, Path folder) throws IOException {
        JsonNode text = Json.mapper()
                .readTree(folder.resolve("docs").resolve(doc + ".json").toFile());
        return new Article(
                doc,
                text.path("url").asText(null),
                text.path("title").asText(null),
                text.get("body").asText(),
                text.path("published").asText(null),
                null,
                null,
                null);
    }

    /** The claim made of the amount that the label points at, else of another mention of it. */
    private static Claim claimAt(JsonNode label, List<Claim> claims) {
        List<Integer> places = new ArrayList<>();
        places.add(label.get("amount_start").asInt());
        label.path("mentions")
                .forEach(mention -> places.add(mention.get("start").asInt()));
        for (int at : places) {
            for (Claim claim : claims) {
                int start = claim.evidence().amountStart();
                if (at <= start
                                && start
                                        < at + label.get("amount_text").asText().length()
                        || start <= at && at < claim.evidence().amountEnd()) {
                    return claim;
                }
            }
        }
        return null;
    }

    /** The labelled groups; the two of a pair that replaces are one, unless the texts alone do not prove it. */
    private static Map<String, String> groups(JsonNode same, Set<String> names) {
        Map<String, String> groups = new TreeMap<>();
        names.forEach(name -> groups.put(name, name));
        for (JsonNode group : same.get("groups")) {
            JsonNode first = group.get("members").get(0);
            group.get("members").forEach(member -> join(groups, first, member));
        }
        for (JsonNode pair : same.get("supersedes")) {
            if (!pair.get("needs_outside_knowledge").asBoolean()) {
                join(groups, pair.get("older"), pair.get("newer"));
            }
        }
        return groups;
    }

    private static void join(Map<String, String> groups, JsonNode a, JsonNode b) {
        String to = groups.get(name(a));
        String from = groups.get(name(b));
        groups.replaceAll((claim, group) -> group.equals(from) ? to : group);
    }

    private static String name(JsonNode member) {
        return member.get(0).asText() + "#" + member.get(1).asInt();
    }

    private static Map<String, Set<String>> members(Map<String, String> clusterOf) {
        Map<String, Set<String>> members = new TreeMap<>();
        clusterOf.forEach((name, cluster) ->
                members.computeIfAbsent(cluster, c -> new TreeSet<>()).add(name));
        return members;
    }

    /** The mean share of a claim's cluster that is in its other cluster too. */
    private static double overlap(Map<String, String> clusters, Map<String, String> others) {
        Map<String, Set<String>> members = members(clusters);
        double sum = 0;
        for (Map.Entry<String, String> claim : clusters.entrySet()) {
            Set<String> with = members.getOrDefault(claim.getValue(), Set.of());
            String other = others.get(claim.getKey());
            long right = with.stream().filter(o -> others.get(o).equals(other)).count();
            sum += (double) right / with.size();
        }
        return sum / clusters.size();
    }
}
