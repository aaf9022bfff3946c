package org.foramen.notifier.message.list;

import java.util.List;

/** Some lines below a heading. */
public record Part(String heading, List<Line> lines) {}
