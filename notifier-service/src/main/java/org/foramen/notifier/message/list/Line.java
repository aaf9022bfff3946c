package org.foramen.notifier.message.list;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list.
 *
 * @param target where it leads; null for nowhere
 */
public record Line(String text, @Nullable String target) {}
