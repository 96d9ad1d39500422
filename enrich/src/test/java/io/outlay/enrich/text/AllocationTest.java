package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.outlay.contracts.Article;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * How many bytes reading an article takes: a count, the same on any machine, unlike a time. When one of these fails, something on
 * the way of every article makes objects that it did not make before; {@code outlay bench tag} tells whether it matters.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Tagger TAGGER = Tagger.standard();

    private static final String GENERAL =
            "The council of Lyon voted on Tuesday to reopen the pool, which had been closed since a pipe burst. "
                    + "“We have waited long enough,” a swimmer said. Airbus and Toyota sent engineers from Japan.\n";

    private static final String SPENDING =
            "Microsoft plans to spend $80 billion on AI data centres in fiscal 2025, it said on Friday. "
                    + "Amazon's capital expenditure will be about $100 billion this year. ";

    @Test
    void textWithoutMoneyMakesFewBytesForEachCharacter() {
        assertAtMost(20, GENERAL.repeat(20));
    }

    @Test
    void textFullOfMoneyMakesSomeMore() {
        assertAtMost(420, SPENDING.repeat(25));
    }

    /** Four times the text, four times the bytes, whatever stands in it. */
    @Test
    void whatIsMadeGrowsWithTheTextAndNoFaster() {
        for (String piece : new String[] {
            "7",
            "1,",
            "a",
            "A ",
            "Bank of ",
            "Meta (",
            "\ud83d",
            "\u202eאב\u200b ",
            "<p>$5&nbsp;billion</p>",
            "兆円",
            SPENDING
        }) {
            String once = piece.repeat(40_000 / piece.length());
            long bytes = bytes(once);
            long ofFour = bytes(once.repeat(4));
            assertTrue(ofFour <= 5 * bytes, () -> piece + ": " + bytes + " bytes, of four times the text " + ofFour);
        }
    }

    private static void assertAtMost(long perCharacter, String body) {
        long bytes = bytes(body);
        long each = bytes / body.length();
        assertTrue(each <= perCharacter, () -> each + " bytes for each character, in all " + bytes);
    }

    private static long bytes(String body) {
        Article article = new Article("a", null, "A title", body, "2025-11-03", null, null, "en");
        ToLongFunction<Article> read = a -> {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            int mentions = TAGGER.tag(a).mentions().size();
            long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            return mentions < 0 ? 0 : after - before;
        };
        long bytes = 0;
        for (int round = 0; round < 2; round++) { // the first makes the tables that are made on first use
            bytes = read.applyAsLong(article);
        }
        return bytes;
    }
}
