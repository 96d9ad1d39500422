package io.outlay.ingest.page;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Body text of real pages against what people marked, by the measure of Scrapinghub's article extraction benchmark: shingles of
 * four words, precision and recall of each page, their means, and F1 of the means. The pages are not ours and not here:
 * {@code -Doutlay.pages=DIR} names a folder with {@code ground-truth.json} and {@code html/NAME.html.gz}.
 */
class PageBenchmarkTest {
    private static final double AT_LEAST = 0.95;
    private static final int SHINGLE = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    void findsTheTextThatPeopleMarked() throws IOException {
        String folder = System.getProperty("outlay.pages");
        assumeTrue(folder != null, "the page benchmark was not run: give its folder with -Doutlay.pages=DIR");
        JsonNode truth =
                Json.mapper().readTree(Path.of(folder, "ground-truth.json").toFile());
        List<double[]> scores = new ArrayList<>();
        for (var page : truth.properties()) {
            Path file = Path.of(folder, "html", page.getKey() + ".html.gz");
            try (var html = new GZIPInputStream(Files.newInputStream(file))) {
                String body = PageReader.read(
                                html.readAllBytes(), page.getValue().path("url").asText(), null)
                        .draft()
                        .body();
                scores.add(score(page.getValue().path("articleBody").asText(), body == null ? "" : body));
            }
        }
        double precision =
                scores.stream().mapToDouble(score -> score[0]).average().orElse(0);
        double recall = scores.stream().mapToDouble(score -> score[1]).average().orElse(0);
        double f1 = 2 * precision * recall / (precision + recall);
        String result =
                "pages %d, precision %.4f, recall %.4f, F1 %.4f".formatted(scores.size(), precision, recall, f1);
        System.out.println(result);
        assertTrue(f1 >= AT_LEAST, result);
    }

    /** Precision and recall. */
    private static double[] score(String truth, String body) {
        Map<String, Integer> marked = shingles(truth);
        Map<String, Integer> found = shingles(body);
        Set<String> all = new HashSet<>(marked.keySet());
        all.addAll(found.keySet());
        double both = 0;
        for (String shingle : all) {
            both += Math.min(marked.getOrDefault(shingle, 0), found.getOrDefault(shingle, 0));
        }
        double ofMarked = marked.values().stream().mapToInt(Integer::intValue).sum();
        double ofFound = found.values().stream().mapToInt(Integer::intValue).sum();
        return new double[] {
            ofFound == 0 ? (ofMarked == 0 ? 1 : 0) : both / ofFound, ofMarked == 0 ? 1 : both / ofMarked
        };
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        Map<String, Integer> shingles = new HashMap<>();
        for (int i = 0; i < words.size() && i <= Math.max(0, words.size() - SHINGLE); i++) {
            shingles.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE))), 1, Integer::sum);
        }
        return shingles;
    }
}
