package io.outlay.enrich.text.prose;

/**
 * One sentence, headline or list item of a body, in UTF-16 offsets, end exclusive, without the white space around it.
 *
 * @param opensParagraph whether a line break stands before it
 */
public record Sentence(int start, int end, boolean opensParagraph) {
    public boolean contains(int offset) {
        return offset >= start && offset < end;
    }
}
