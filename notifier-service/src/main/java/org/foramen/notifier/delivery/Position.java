package org.foramen.notifier.delivery;

/** Where in the topic the inquiry stands. */
public record Position(int partition, long offset) {}
