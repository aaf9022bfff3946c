package org.foramen.content.phrases;

/** One word of a message in plain lower-case letters, and where it stood. */
record Word(String term, int start, int end, Boundary before) {}
