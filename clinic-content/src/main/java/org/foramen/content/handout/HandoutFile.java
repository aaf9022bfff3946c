package org.foramen.content.handout;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.SignedText;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.file.TextFile;
import org.foramen.content.file.Yaml;
import org.foramen.content.wording.Placeholders;
import org.foramen.content.wording.RegionText;

/** Reads a handout: front matter between two lines of three dashes, then CommonMark. */
public final class HandoutFile {

    private static final Pattern FORM = Pattern.compile("\\A---\\R(.*?\\R)---\\R(.*)\\z", Pattern.DOTALL);
    private static final Parser PARSER = Parser.builder().build();

    private final Path file;
    private final Placeholders placeholders;
    private final Problems problems;

    /** @param problems take a note of what is wrong and need not keep a handout from being read */
    public HandoutFile(Path file, Placeholders placeholders, Problems problems) {
        this.file = file;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /**
     * Reads it; empty where its front matter cannot be used.
     *
     * @throws InvalidContent when it is no handout at all
     */
    public Optional<EducationSummary> read() {
        byte[] bytes = TextFile.bytes(file);
        String whole = new String(bytes, StandardCharsets.UTF_8);
        if (!FORM.matcher(whole).matches()) {
            throw new InvalidContent(file, 1, "a handout begins with front matter between two lines of '---'");
        }
        SignedText signed = new SignedText(file, whole);
        String text = signed.withoutApproval();
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new InvalidContent(file, 1, "the entry 'approval' stands in the front matter");
        }
        Optional<FrontMatter> about = Yaml.read(file, parts.group(1), 1, FrontMatter.class, problems);
        int linesBefore = (int) text.substring(0, parts.start(2)).lines().count();
        RegionText words = new RegionText(file, parts.group(2), linesBefore);
        Node body = parsed(words.of(null), linesBefore);
        if (!(body.getFirstChild() instanceof Heading heading) || heading.getLevel() != 1) {
            throw new InvalidContent(
                    file,
                    linesBefore + 1,
                    "the text begins with its title as a heading: '# "
                            + about.map(FrontMatter::title).orElse("Title") + "'");
        }
        Drawings drawings = drawings(file, body);
        Approval approval =
                problems.of(() -> signed.approval(drawings.byName())).orElse(new Approval(null));
        String hash = TextFile.sha256(bytes);
        return about.map(front -> summary(front, approval, hash, body, drawings, words));
    }

    private EducationSummary summary(
            FrontMatter about, Approval approval, String hash, Node body, Drawings drawings, RegionText words) {
        Map<String, EducationSummary> byRegion = new HashMap<>();
        for (String region : words.regions()) {
            Node own = parsed(words.of(region), words.linesBefore());
            byRegion.put(region, new EducationSummary(about, approval, hash, own, drawings, Map.of()));
        }
        return new EducationSummary(about, approval, hash, body, drawings, byRegion);
    }

    /** The SHA-256 that an approval of a handout names: its words and its drawings. */
    public static String hashToApprove(Path file) {
        SignedText signed = SignedText.read(file);
        return signed.sha256(drawingsOf(file, signed));
    }

    /** The drawings that a handout shows, by file name. */
    public static Map<String, String> drawingsOf(Path file, SignedText signed) {
        return drawings(file, PARSER.parse(signed.withoutApproval())).byName();
    }

    private Node parsed(String text, int linesBefore) {
        return PARSER.parse(placeholders.fill(file, text, linesBefore, problems));
    }

    private static Drawings drawings(Path file, Node body) {
        Map<String, String> found = new HashMap<>();
        body.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                String name = image.getDestination();
                Path drawing = file.resolveSibling(name).normalize();
                if (!name.endsWith(".svg")
                        || !drawing.toAbsolutePath()
                                .startsWith(file.toAbsolutePath().getParent())) {
                    throw new InvalidContent(file, "the drawing '" + name + "' must be an SVG file beside the handout");
                }
                found.put(name, TextFile.text(drawing).replaceFirst("\\A<\\?xml.*?\\?>\\s*", ""));
            }
        });
        return new Drawings(found);
    }
}
