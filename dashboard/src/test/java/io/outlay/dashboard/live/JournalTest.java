package io.outlay.dashboard.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final int PARTITIONS = 3;

    @Test
    void ofACommitmentTheNewestChangeIsKept() {
        Journal journal = new Journal(PARTITIONS);
        add(journal, "a", 0, 0);
        add(journal, "b", 1, 0);
        add(journal, "a", 0, 5);
        assertEquals(List.of("b", "a"), names(journal.after(Position.beginning(PARTITIONS), 10)));
        assertEquals(List.of("a"), names(journal.after(Position.of("0.1.0", PARTITIONS), 10)));
        assertEquals("6.1.0", journal.end().toString());
    }

    @Test
    void whoStoodBeforeTheBeginningMustStartAnew() {
        Journal journal = new Journal(PARTITIONS);
        add(journal, "a", 0, 7);
        journal.begins();
        add(journal, "b", 1, 3);
        assertFalse(journal.knowsAllSince(Position.of("7.0.0", PARTITIONS)), "a tombstone before 8 may be lost");
        assertTrue(journal.knowsAllSince(Position.of("8.0.0", PARTITIONS)));
        assertTrue(journal.knowsAllSince(journal.end()));
        assertFalse(journal.knowsAllSince(Position.of("9.0.0", PARTITIONS)), "a position of another topic's life");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2.3.4", "1.2.x", "1.-2.3", "1.2.", "1.2.99999999999999999999"})
    void whatIsNoPositionIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Position.of(text, PARTITIONS));
    }

    /** Whenever a reader goes and comes back, what it knows at the end is what stands at the end. */
    @Property(tries = 200)
    void aReaderWhoComesBackMissesNothing(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> commitments,
            @ForAll @IntRange(min = 1, max = 7) int atOnce,
            @ForAll @IntRange(max = 60) int away) {
        Journal journal = new Journal(PARTITIONS);
        Map<String, Long> stands = new HashMap<>();
        Map<String, Long> known = new HashMap<>();
        Position position = Position.beginning(PARTITIONS);
        for (int i = 0; i < commitments.size(); i++) {
            String name = "c" + commitments.get(i);
            add(journal, name, commitments.get(i) % PARTITIONS, i);
            stands.put(name, (long) i);
            if (i < away) {
                position = read(journal, position, 1, known);
            }
        }
        Position comesBack = Position.of(position.toString(), PARTITIONS);
        for (int i = 0; i <= commitments.size(); i++) {
            comesBack = read(journal, comesBack, atOnce, known);
        }
        assertEquals(stands, known);
        assertEquals(journal.end(), comesBack);
    }

    private static Position read(Journal journal, Position from, int atOnce, Map<String, Long> known) {
        Position now = from;
        for (Journal.Change change : journal.after(from, atOnce)) {
            known.put(change.commitment(), change.offset());
            now = now.after(change.partition(), change.offset());
        }
        return now;
    }

    private static void add(Journal journal, String commitment, int partition, long offset) {
        journal.add(new Journal.Change(commitment, partition, offset, null, false, false));
    }

    private static List<String> names(List<Journal.Change> changes) {
        List<String> names = new ArrayList<>();
        changes.forEach(change -> names.add(change.commitment()));
        return names;
    }
}
