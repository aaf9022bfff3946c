package org.foramen.content.handout;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.TextFile;
import org.foramen.content.file.Yaml;
import org.foramen.content.wording.Placeholders;

/** Reads a handout: front matter between two lines of three dashes, then CommonMark. */
public final class HandoutFile {

    private static final Pattern FORM = Pattern.compile("\\A---\\R(.*?\\R)---\\R(.*)\\z", Pattern.DOTALL);
    private static final Parser PARSER = Parser.builder().build();

    private final Path file;
    private final Placeholders placeholders;

    public HandoutFile(Path file, Placeholders placeholders) {
        this.file = file;
        this.placeholders = placeholders;
    }

    public EducationSummary read() {
        byte[] bytes = TextFile.bytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new InvalidContent(file, 1, "a handout begins with front matter between two lines of '---'");
        }
        FrontMatter about = Yaml.read(file, parts.group(1), 1, FrontMatter.class);
        int linesBefore = (int) text.substring(0, parts.start(2)).lines().count();
        Node body = PARSER.parse(placeholders.fill(file, parts.group(2), linesBefore));
        if (!(body.getFirstChild() instanceof Heading heading) || heading.getLevel() != 1) {
            throw new InvalidContent(
                    file, linesBefore + 1, "the text begins with its title as a heading: '# " + about.title() + "'");
        }
        return new EducationSummary(about, TextFile.sha256(bytes), body, drawings(body));
    }

    private Drawings drawings(Node body) {
        Map<String, String> found = new HashMap<>();
        body.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                String name = image.getDestination();
                Path drawing = file.resolveSibling(name).normalize();
                if (!name.endsWith(".svg")
                        || !drawing.startsWith(file.toAbsolutePath().getParent())) {
                    throw new InvalidContent(file, "the drawing '" + name + "' must be an SVG file beside the handout");
                }
                found.put(name, TextFile.text(drawing).replaceFirst("\\A<\\?xml.*?\\?>\\s*", ""));
            }
        });
        return new Drawings(found);
    }
}
