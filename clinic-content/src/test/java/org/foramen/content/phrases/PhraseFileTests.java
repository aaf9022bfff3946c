package org.foramen.content.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foramen.content.file.InvalidContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseFileTests {

    @TempDir
    private Path folder;

    /** A small file's content. */
    record Lists(Map<String, Sayings> words) {}

    @Test
    void aGoodFileIsRead() throws IOException {
        Path file = write("words:\n  legs:\n    en: [leg, legs]\n    es: [piernas]\n");
        assertThat(PhraseFile.read(file, Lists.class).words().get("legs").all())
                .containsExactly("leg", "legs", "piernas");
    }

    @Test
    void aBrokenFileNamesFileAndLine() throws IOException {
        Path file = write("words:\n  legs:\n    en: [leg, legs\n");
        assertThatThrownBy(() -> PhraseFile.read(file, Lists.class))
                .isInstanceOf(InvalidContent.class)
                .hasMessageStartingWith(file + ", line 3: ");
    }

    @Test
    void anUnknownKeyNamesFileAndLine() throws IOException {
        Path file = write("words:\n  legs:\n    english: [leg]\n");
        assertThatThrownBy(() -> PhraseFile.read(file, Lists.class))
                .isInstanceOf(InvalidContent.class)
                .hasMessageStartingWith(file + ", line 3: ")
                .hasMessageContaining("english");
    }

    @Test
    void aKeyWrittenTwiceNamesFileAndLine() throws IOException {
        Path file = write("words:\n  legs: {en: [leg]}\n  legs: {en: [legs]}\n");
        assertThatThrownBy(() -> PhraseFile.read(file, Lists.class))
                .isInstanceOf(InvalidContent.class)
                .hasMessageStartingWith(file + ", line 3: ");
    }

    @Test
    void aPhraseThatIsNotUnderstoodNamesFileAndLine() throws IOException {
        Path file = write("words:\n  legs:\n    en:\n      - leg\n      - both ..x legs\n");
        Lists lists = PhraseFile.read(file, Lists.class);
        assertThatThrownBy(() -> PhraseFile.compile(List.of(file), () -> new Phrasebook(lists.words())))
                .isInstanceOf(InvalidContent.class)
                .hasMessageStartingWith(file + ", line 5: ")
                .hasMessageContaining("both ..x legs");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.yml");
        assertThatThrownBy(() -> PhraseFile.read(file, Lists.class)).hasMessageContaining("none.yml");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("phrases.yml"), content);
    }
}
