package io.outlay.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What stands in {@code claims} is what the newest version of each article says, whatever it said before. */
class ClaimsOrderTest {
    @Property(tries = 60)
    void onlyTheLastVersionCounts(@ForAll("versions") List<String> versions) {
        String last = versions.get(versions.size() - 1);
        assertEquals(atRest(List.of(last)), atRest(versions));
    }

    private static Map<String, String> atRest(List<String> versions) {
        try (var topology = new EnrichTopologyDriver()) {
            for (String version : versions) {
                if (version.equals("retracted")) {
                    topology.retract("a1");
                } else {
                    topology.article("a1", version);
                }
            }
            return topology.claimsAtRest();
        }
    }

    @Provide
    Arbitrary<List<String>> versions() {
        return Arbitraries.of(
                        "meta 65",
                        "meta 65, microsoft 80",
                        "microsoft 80, meta 65",
                        "oracle 40",
                        "nothing",
                        "meta 1!",
                        "retracted")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
