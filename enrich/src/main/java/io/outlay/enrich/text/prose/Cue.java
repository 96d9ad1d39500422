package io.outlay.enrich.text.prose;

/** A cue word or phrase found in a sentence: tokens {@code from} to {@code to}, end exclusive. */
public record Cue(CueKind kind, int from, int to) {}
