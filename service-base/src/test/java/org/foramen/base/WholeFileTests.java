package org.foramen.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTests {

    @TempDir
    Path folder;

    @Test
    void aFileTakesTheOtherOnesPlaceAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a longer one");

        WholeFile.write(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(one -> one.equals(file)).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("file/inside")).getParent();

        assertThatIOException().isThrownBy(() -> WholeFile.write(taken, bytes("new")));

        assertThat(taken).isDirectoryContaining("glob:**inside");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aSecretIsReadByItsOwnerAlone() throws IOException {
        Path file = folder.resolve("secret");

        WholeFile.writeForOwner(file, bytes("one"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretThatIsThereIsNeverOverwritten() throws IOException {
        Path file = folder.resolve("secret");

        assertThat(WholeFile.writeForOwnerIfAbsent(file, bytes("one"))).isTrue();
        assertThat(WholeFile.writeForOwnerIfAbsent(file, bytes("two"))).isFalse();

        assertThat(file).hasContent("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void ofManyThatMakeASecretAtOnceOneDoes() throws Exception {
        Path file = folder.resolve("secret");
        ExecutorService makers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(
                            number -> () -> WholeFile.writeForOwnerIfAbsent(file, bytes("secret " + number)))
                    .toList();
            List<String> made = new ArrayList<>();
            int number = 0;
            for (Future<Boolean> one : makers.invokeAll(tries)) {
                if (one.get()) {
                    made.add("secret " + number);
                }
                number++;
            }

            assertThat(made).containsExactly(Files.readString(file));
        } finally {
            makers.shutdownNow();
        }
    }

    @Test
    void aFolderIsMadeWithThoseAboveIt() throws IOException {
        Path deep = folder.resolve("a/b/c");

        WholeFile.makeFolder(deep);
        WholeFile.makeFolder(deep);

        assertThat(deep).isDirectory();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
