package org.foramen.content.language.phrase;

import org.foramen.content.language.text.Span;

/** A phrase as its file has it, and where it stands in a text. */
public record Found(String phrase, Span span) {}
