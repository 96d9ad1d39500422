package io.outlay.ingest.page;

import org.jsoup.nodes.Element;

/**
 * A paragraph, heading, list item or cell as a reader sees it: one piece of running text.
 *
 * @param element the innermost block element around it
 * @param linkChars how many of its characters are links
 */
record Block(String text, Element element, int linkChars) {
    private static final int RUNNING_CHARS = 60;
    private static final String SENTENCE_ENDS = ".!?…。！？";
    private static final double RUNNING_LINKS = 0.4;

    boolean isWithin(Element holder) {
        Element around = element;
        while (around != null && !around.equals(holder)) {
            around = around.parent();
        }
        return around != null;
    }

    boolean isHeading() {
        String tag = element.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    /** Whether it reads as a sentence among others: a headline, a button or a list of links does not. */
    boolean isRunning() {
        return text.length() >= RUNNING_CHARS && linkShare() < RUNNING_LINKS;
    }

    /** Whether it ends as a sentence does, maybe in quotes or brackets. */
    boolean isSentence() {
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
            if (SENTENCE_ENDS.indexOf(text.charAt(end)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** From 0 to 1. */
    double linkShare() {
        return text.isEmpty() ? 0 : (double) linkChars / text.length();
    }
}
