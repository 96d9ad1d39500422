package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlayMainTest {
    @Test
    void helpListsTheCommandsOnStandardOutput() {
        Ran help = Ran.outlay("--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().contains("topics"), help.out());
        assertEquals("", help.err());
    }

    @Test
    void withoutACommandItSaysWhereToLook() {
        Ran bare = Ran.outlay();
        assertEquals(2, bare.exitCode());
        assertEquals("", bare.out());
        assertEquals(
                "outlay: a command is missing; see 'outlay --help'", bare.err().strip());
    }

    @Test
    void aMistypedCommandIsGuessed() {
        Ran mistyped = Ran.outlay("topicz");
        assertEquals(2, mistyped.exitCode());
        assertEquals(
                "outlay: Unmatched argument at index 0: 'topicz', did you mean 'topics'?; see 'outlay --help'",
                mistyped.err().strip());
    }

    @Test
    void anUnknownOptionIsOneLineThatNamesTheCommandsHelp() {
        Ran wrong = Ran.outlay("topics", "--frob");
        assertEquals(2, wrong.exitCode());
        assertEquals(
                "outlay: Unknown option: '--frob'; see 'outlay topics --help'",
                wrong.err().strip());
    }

    @Test
    void aDayThatIsNoneIsOneLineThatSaysHowDaysAreWritten() {
        Ran wrong = Ran.outlay("totals", "--as-of", "yesterday");
        assertEquals(2, wrong.exitCode());
        assertEquals(
                "outlay: Invalid value for option '--as-of': a day is YYYY-MM-DD, not 'yesterday'; see 'outlay totals --help'",
                wrong.err().strip());
    }

    @Test
    void topicsPrintsTheWholeCatalogue() {
        List<String> lines = Ran.outlay("topics").out().lines().toList();
        assertEquals(Topics.all().size() + 1, lines.size());
        List<String> names = lines.stream().skip(1).map(l -> l.split(" ")[0]).toList();
        assertEquals(Topics.all().stream().map(Topic::name).toList(), names);
    }
}
