package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The bill of materials that the build writes ({@code local/target/bom.json}, CycloneDX) names what is delivered, and each library may be
 * delivered under Apache-2.0. A new licence is a line here, after somebody has read it.
 */
class DeliveredLibrariesTest {
    private static final Path BILL = Path.of("target/bom.json");

    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "Go License", // BSD-3-Clause in Go's words
            "GNU General Public License (GPL), version 2, with the Classpath exception");

    /** What a library's own files say, where its POM's words are taken for another licence. */
    private static final Map<String, String> READ_BY_HAND = Map.of(
            "org.jline",
            "BSD-3-Clause"); // "The BSD License" with the address of the 3-clause one, taken for the 4-clause one

    @Test
    void everyLibraryIsUnderALicenceOfTheList() throws IOException {
        List<String> others = new ArrayList<>();
        for (JsonNode library : bill().path("components")) {
            Set<String> licences = licences(library);
            if (licences.stream().noneMatch(ACCEPTED::contains)) {
                others.add(library.path("purl").asText() + " " + licences);
            }
        }
        assertEquals(List.of(), others);
    }

    @Test
    void theBillNamesOurModulesAndWhatTheyStandOn() throws IOException {
        Set<String> names = new TreeSet<>();
        bill().path("components")
                .forEach(library -> names.add(library.path("name").asText()));
        Set<String> some = Set.of(
                "outlay-ingest",
                "outlay-enrich",
                "outlay-aggregate",
                "outlay-dashboard",
                "kafka-streams",
                "rocksdbjni");
        assertTrue(names.containsAll(some), names.toString());
        assertTrue(names.stream().noneMatch(name -> name.startsWith("junit")), "tests are not delivered: " + names);
    }

    private static JsonNode bill() throws IOException {
        assumeTrue(Files.exists(BILL), "not run: " + BILL.toAbsolutePath() + " is not there, 'mvn verify' writes it");
        return new ObjectMapper().readTree(BILL.toFile());
    }

    /** One of them is enough: where there are several, whoever delivers may choose. */
    private static Set<String> licences(JsonNode library) {
        Set<String> licences = new TreeSet<>();
        String known = READ_BY_HAND.get(library.path("group").asText());
        if (known != null) {
            return Set.of(known);
        }
        for (JsonNode entry : library.path("licenses")) {
            JsonNode licence = entry.path("license");
            licences.add(licence.path("id")
                    .asText(licence.path("name").asText(entry.path("expression").asText())));
        }
        return licences;
    }
}
