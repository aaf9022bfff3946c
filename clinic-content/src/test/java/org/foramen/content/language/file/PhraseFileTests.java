package org.foramen.content.language.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Sayings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseFileTests {

    @TempDir
    private Path folder;

    /** A small file's content. */
    record Lists(Map<String, Sayings> words) {}

    @Test
    void theFilesOfAFolderAreReadAsOneEachInItsLanguage() throws IOException {
        write("legs/en.yml", "words:\n  legs:\n    - leg\n    - legs\n");
        write("legs/es.yml", "words:\n  legs:\n    phrases:\n      - piernas\n    except:\n      - piernas cruzadas\n");
        Sayings legs = PhraseFile.read(folder, Lists.class).words().get("legs");
        assertThat(legs.en()).containsExactly("leg", "legs");
        assertThat(legs.es()).containsExactly("piernas");
        assertThat(legs.except()).containsExactly("piernas cruzadas");
    }

    @Test
    void whatStandsBesideTheTopicsIsReadAsItIs() throws IOException {
        write("all.yml", "words:\n  legs:\n    es: [pierna]\n");
        assertThat(PhraseFile.read(folder, Lists.class).words().get("legs").es())
                .containsExactly("pierna");
    }

    @Test
    void aBrokenFileNamesFileAndLine() throws IOException {
        assertRefused(write("legs/en.yml", "words:\n  legs: [leg, legs\n"), 2, "");
    }

    @Test
    void anUnknownKeyNamesFileAndLine() throws IOException {
        assertRefused(write("legs/en.yml", "words:\n  legs:\n    frases: [leg]\n"), 3, "frases");
    }

    @Test
    void aKeyWrittenTwiceNamesFileAndLine() throws IOException {
        assertRefused(write("legs/en.yml", "words:\n  legs: [leg]\n  legs: [legs]\n"), 3, "legs");
    }

    @Test
    void aPhraseThatIsNotUnderstoodNamesFileAndLine() throws IOException {
        Path file = write("legs/en.yml", "words:\n  legs:\n    - leg\n    - both ..x legs\n");
        Lists lists = PhraseFile.read(folder, Lists.class);
        assertThatThrownBy(() -> PhraseFile.compile(List.of(folder), () -> new Phrasebook(lists.words())))
                .isInstanceOf(InvalidContent.class)
                .hasMessageStartingWith(file + ", line 4: ")
                .hasMessageContaining("both ..x legs");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> PhraseFile.read(none, Lists.class)).hasMessageContaining("none");
    }

    private void assertRefused(Path file, int line, String why) {
        assertThatThrownBy(() -> PhraseFile.read(folder, Lists.class))
                .isInstanceOf(InvalidContent.class)
                .hasMessageStartingWith(file + ", line " + line + ": ")
                .hasMessageContaining(why);
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
