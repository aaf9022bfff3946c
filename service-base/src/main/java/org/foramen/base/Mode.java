package org.foramen.base;

/** Where a service runs: in production nothing that protects people is made up. */
public enum Mode {
    DEVELOPMENT,
    PRODUCTION
}
