package io.outlay.enrich.text.claim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our own sentences beside the claims that must be read in them: the files under {@code text/claims}. */
public record ClaimExample(String file, String sentence, List<String> claims) {
    /** The day on which each sentence counts as published. */
    public static final String DAY = "2025-11-03";

    private static final List<String> FILES = List.of(
            "pledges",
            "guidance",
            "spent",
            "purchases",
            "public",
            "grammar",
            "varied",
            "context",
            "negatives",
            "others",
            "sides",
            "languages");

    /** Null where the article does not say it: then it is told from the text. */
    public @Nullable String language() {
        return file.equals("languages") ? null : "en";
    }

    @Override
    public String toString() {
        return file + ": " + sentence;
    }

    public static List<ClaimExample> all() throws IOException {
        List<ClaimExample> examples = new ArrayList<>();
        for (String file : FILES) {
            for (String block : read(file).split("(?m)^> ")) {
                List<String> lines = Arrays.stream(block.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("(nothing)"))
                        .toList();
                if (!lines.isEmpty()) {
                    examples.add(new ClaimExample(file, lines.get(0), lines.subList(1, lines.size())));
                }
            }
        }
        return examples;
    }

    private static String read(String file) throws IOException {
        try (InputStream in =
                ClaimExample.class.getResourceAsStream("/io/outlay/enrich/text/claims/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("claims/" + file + ".txt is missing");
            }
            // The head of the file explains itself in comments.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("\n> ") + 1);
        }
    }
}
