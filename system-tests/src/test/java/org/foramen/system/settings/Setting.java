package org.foramen.system.settings;

/**
 * One thing that a service can be told.
 *
 * @param variable the environment variable
 * @param otherwise what holds when it is not set; empty: nothing
 */
record Setting(String variable, String otherwise, Unit unit, String meaning) {

    /** Whether a page means this one by that name: itself, an entry of a list or map, or with an open end all that begin so. */
    boolean isMeantBy(String name) {
        return name.endsWith("_")
                ? variable.startsWith(name)
                : name.equals(variable)
                        || name.startsWith(variable + "_0_")
                        || unit == Unit.MAP && name.startsWith(variable + "_");
    }

    String row() {
        String value = otherwise.isEmpty() ? "" : "`" + otherwise + "`";
        return "| `%s` | %s | %s | %s |".formatted(variable, value, unit, meaning.replace("|", "\\|"));
    }
}
