package org.foramen.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.foramen.contract.sealing.SealKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeyFilesTests {

    @TempDir
    Path data;

    @Test
    void aPairIsMadeOnceAndNothingElseIsLeft() throws IOException {
        Path made = SealKeyFiles.choose(null, Mode.DEVELOPMENT, data, SealKeys.PRIVATE_FILE);
        String before = Files.readString(made);

        assertThat(SealKeyFiles.choose(null, Mode.DEVELOPMENT, data, SealKeys.PRIVATE_FILE))
                .isEqualTo(made)
                .hasContent(before);
        assertThat(data).isDirectoryNotContaining(one -> !one.equals(made.getParent()));
        assertThat(made.resolveSibling(SealKeys.PUBLIC_FILE)).content().doesNotContain("\"d\"");
    }

    @Test
    void theFileThatIsGivenIsTaken() {
        Path given = data.resolve("given.json");

        assertThat(SealKeyFiles.choose(given, Mode.PRODUCTION, data, SealKeys.PUBLIC_FILE))
                .isEqualTo(given);
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {SealKeys.PUBLIC_FILE, SealKeys.PRIVATE_FILE})
    void inProductionNoneIsMadeUp(String name) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> SealKeyFiles.choose(null, Mode.PRODUCTION, data, name))
                .withMessageContaining("FORAMEN_SEAL_KEYS");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void keysThatTheDiskDoesNotKeepRefuseTheStart() throws IOException {
        Path noFolder = Files.writeString(data.resolve("file"), "in the way");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> SealKeyFiles.makeIfAbsent(noFolder.resolve("keys")))
                .withMessageContaining("cannot be kept")
                .withMessageContaining("FORAMEN_SEAL_KEYS");
    }

    @Test
    void aPairIsMadeInAFolderThatSomebodyElseMade() throws IOException {
        Path folder = Files.createDirectory(data.resolve("keys"));
        Files.writeString(folder.resolve("console-password"), "of somebody else");

        SealKeyFiles.makeIfAbsent(folder);

        String made = Files.readString(folder.resolve(SealKeys.PRIVATE_FILE));
        String sealing = Files.readString(folder.resolve(SealKeys.PUBLIC_FILE));
        Files.delete(folder.resolve(SealKeys.PUBLIC_FILE)); // as a cut between the two files leaves it
        SealKeyFiles.makeIfAbsent(folder);
        assertThat(folder.resolve(SealKeys.PRIVATE_FILE)).hasContent(made);
        assertThat(folder.resolve(SealKeys.PUBLIC_FILE)).hasContent(sealing);
    }

    @Test
    void ofAPublicKeyAloneNoPairIsMade() throws IOException {
        Path folder = Files.createDirectory(data.resolve("keys"));
        Files.writeString(folder.resolve(SealKeys.PUBLIC_FILE), "given");

        SealKeyFiles.makeIfAbsent(folder);

        assertThat(folder).isDirectoryNotContaining("glob:**private*");
        assertThat(folder.resolve(SealKeys.PUBLIC_FILE)).hasContent("given");
    }

    @Test
    void aDamagedOrMissingFileIsNamedInASentence() throws IOException {
        Path given = data.resolve("given.json");
        for (String content : new String[] {null, "", "{}", "{\"keys\":[]}", "no keys"}) {
            if (content != null) {
                Files.writeString(given, content);
            }
            assertThatExceptionOfType(SettingRefused.class)
                    .isThrownBy(() -> SealKeyFiles.sealer(given, Mode.PRODUCTION, data))
                    .withMessageContaining("given.json")
                    .withMessageEndingWith("or set FORAMEN_SEAL_KEYS.");
            assertThatExceptionOfType(SettingRefused.class)
                    .isThrownBy(() -> SealKeyFiles.opener(given, Mode.PRODUCTION, data))
                    .withMessageContaining("given.json");
        }
    }

    @Test
    void keysThatCouldNotBeKeptLeaveNothing() throws IOException {
        Path inTheWay = Files.writeString(data.resolve("keys"), "in the way");

        assertThatExceptionOfType(SettingRefused.class).isThrownBy(() -> SealKeyFiles.makeIfAbsent(inTheWay));

        assertThat(data).isDirectoryNotContaining(one -> !one.equals(inTheWay));
    }

    @Test
    void aChangedKeyComesFirstAndTheFilesKeepTheirRights() throws IOException {
        Path folder = data.resolve("keys");
        SealKeyFiles.makeIfAbsent(folder);
        Path privateFile = Files.setPosixFilePermissions(
                folder.resolve(SealKeys.PRIVATE_FILE), PosixFilePermissions.fromString("rw-r-----"));

        String key = SealKeyFiles.change(folder);

        assertThat(Files.readString(privateFile)).contains(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile)))
                .isEqualTo("rw-r-----");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
