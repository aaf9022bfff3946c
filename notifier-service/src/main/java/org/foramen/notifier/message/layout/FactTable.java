package org.foramen.notifier.message.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Facts, each a name and a value, which the text and the HTML of a mail say alike. */
public final class FactTable {

    private final List<Fact> facts = new ArrayList<>();

    public FactTable add(String name, String value) {
        return add(name, value, "");
    }

    /** @param target where the value leads to, such as {@code tel:+13105550100}; empty for nowhere */
    public FactTable add(String name, String value, String target) {
        facts.add(new Fact(name, value, target));
        return this;
    }

    public String text() {
        return facts.stream().map(fact -> fact.name() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }

    public String html() {
        return facts.stream()
                .map(Fact::html)
                .collect(Collectors.joining(
                        "",
                        "<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" width=\"100%\" style=\"margin:0 0 12px\">\n",
                        "</table>\n"));
    }

    private record Fact(String name, String value, String target) {

        public String html() {
            String safe = "<bdi>" + Html.lines(value) + "</bdi>";
            return """
                    <tr><th scope="row" class="quiet line" align="left" valign="top" width="27%%" style="padding:7px 12px 7px 0;\
                    border-bottom:1px solid #dbe3e6;font-weight:normal;font-size:15px;color:#4a5a63">%s</th>\
                    <td class="line" valign="top" style="padding:6px 0;border-bottom:1px solid #dbe3e6;overflow-wrap:anywhere">%s</td></tr>
                    """
                    .formatted(Html.escape(name), target.isEmpty() ? safe : Html.link(target, safe));
        }
    }
}
