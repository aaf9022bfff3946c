package org.foramen.content.handout;

import java.util.Map;

/**
 * The drawings that a handout's text names.
 *
 * @param byName the SVG of each, without an XML declaration, by file name
 */
record Drawings(Map<String, String> byName) {

    Drawings {
        byName = Map.copyOf(byName);
    }

    String svg(String name) {
        return byName.getOrDefault(name, "");
    }
}
