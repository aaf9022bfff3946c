package org.foramen.system.settings;

/**
 * One thing that a service can be told.
 *
 * @param variable the environment variable
 * @param otherwise what holds when it is not set; empty: nothing
 */
record Setting(String variable, String otherwise, Unit unit, String meaning) {

    String row() {
        String value = otherwise.isEmpty() ? "" : "`" + otherwise + "`";
        return "| `%s` | %s | %s | %s |".formatted(variable, value, unit, meaning.replace("|", "\\|"));
    }
}
