package org.foramen.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.foramen.base.SettingRefused;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeKeysTests {

    private final InquiryReceived inquiry = Inquiries.number(1);

    @TempDir
    Path parent;

    @Test
    void aChangedKeySealsWhatComesAndTheOldOneOpensWhatCameBefore() throws IOException {
        Path folder = parent.resolve("keys");
        assertThat(run("keys", folder.toString())).contains("seal-public.json", "seal-private.json");
        SealedInquiry before = sealed(folder);

        assertThat(run("keys", folder.toString())).contains("older inquiries can still be opened");

        SealedInquiry after = sealed(folder);
        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        assertThat(opened(folder, before)).isEqualTo(inquiry);
        assertThat(opened(folder, after)).isEqualTo(inquiry);
        assertThat(Files.readString(folder.resolve(SealKeys.PUBLIC_FILE))).doesNotContain("\"d\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsThereAndEmptyIsFilledAsAMountedOneIs() throws IOException {
        assertThat(run("keys", parent.toString())).contains("Made");

        assertThat(opened(parent, sealed(parent))).isEqualTo(inquiry);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve(SealKeys.PRIVATE_FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void ofAPairThatIsNotWholeNothingIsChanged() throws IOException {
        Path folder = parent.resolve("keys");
        run("keys", folder.toString());
        String before = Files.readString(folder.resolve(SealKeys.PUBLIC_FILE));
        Files.delete(folder.resolve(SealKeys.PRIVATE_FILE));

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> run("keys", folder.toString()))
                .withMessageContaining("seal-private.json is missing");
        assertThat(folder).isDirectoryNotContaining("glob:**private*");

        Files.writeString(folder.resolve(SealKeys.PRIVATE_FILE), "no keys");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> run("keys", folder.toString()))
                .withMessageContaining("seal-private.json is not a JWK set");
        assertThat(folder.resolve(SealKeys.PUBLIC_FILE)).hasContent(before);
    }

    @Test
    void asksForTheFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> run("keys")).withMessageContaining("folder");
    }

    private SealedInquiry sealed(Path folder) {
        return SealKeys.sealer(folder.resolve(SealKeys.PUBLIC_FILE)).seal(inquiry);
    }

    private static InquiryReceived opened(Path folder, SealedInquiry sealed) {
        Map<String, String> headers = sealed.headers();
        return SealKeys.opener(folder.resolve(SealKeys.PRIVATE_FILE))
                .open(sealed.id().value(), headers, sealed.value());
    }

    private static String keyId(SealedInquiry sealed) {
        return new String(sealed.value(), StandardCharsets.US_ASCII).split("\\.")[0];
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MakeKeys.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
