package org.foramen.notifier.console.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.Settings;
import org.foramen.notifier.console.signin.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersTests {

    private static final String PASSWORD = "a long enough password";

    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder(4);

    @TempDir
    Path folder;

    @Test
    void theLinesOfTheCommandAreTheLinesOfTheFile() throws IOException {
        Files.write(
                folder.resolve("users"),
                List.of(
                        "# the front desk",
                        "",
                        MakeUser.line("ana", "operator", PASSWORD),
                        MakeUser.line("vera", "viewer", PASSWORD)));

        List<UserLine> users = users("foramen.console.users", "users");

        assertThat(users).extracting(UserLine::name).containsExactly("ana", "vera");
        assertThat(users).extracting(UserLine::role).containsExactly(Role.OPERATOR, Role.VIEWER);
        assertThat(users).allMatch(user -> passwords.matches(PASSWORD, user.hash()));
    }

    @Test
    void aLineWithoutARoleIsAViewers() throws IOException {
        String line = MakeUser.line("old", "operator", PASSWORD).replace(":operator:", ":");
        Files.write(folder.resolve("users"), List.of(line, MakeUser.line("desi", "desk", PASSWORD)));

        List<UserLine> users = users("foramen.console.users", "users");

        assertThat(users).extracting(UserLine::role).containsExactly(Role.VIEWER, Role.DESK);
        assertThat(users.get(1).asUser().getAuthorities())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("ROLE_VIEWER", "ROLE_DESK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana:operator",
                "ana:boss:{bcrypt}$2a$10$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuabcdefghijklmnopqrs",
                "ana:operator:{noop}a long enough password",
                "ana:operator:a long enough password",
                "a na:operator:{bcrypt}$2a$10$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuabcdefghijklmnopqrs"
            })
    void aLineThatIsWrongIsNamedByItsNumberAndNotQuoted(String line) throws IOException {
        Files.write(folder.resolve("users"), List.of("# users", line));

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> users("foramen.console.users", "users"))
                .withMessageContaining("line 2")
                .withMessageContaining("FORAMEN_CONSOLE_USERS")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("password", "$2a"));
    }

    @Test
    void oneNameIsOnePerson() throws IOException {
        Files.write(
                folder.resolve("users"),
                List.of(MakeUser.line("ana", "operator", PASSWORD), MakeUser.line("Ana", "viewer", PASSWORD)));

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> users("foramen.console.users", "users"))
                .withMessageContaining("line 2");
    }

    @Test
    void aFileThatIsNotThereRefusesTheStart() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> users("foramen.console.users", "nowhere"))
                .withMessageContaining("nowhere")
                .withMessageContaining("FORAMEN_CONSOLE_USERS");
    }

    @Test
    void onALaptopOneOperatorHasAPasswordThatOnlyTheOwnerMayRead() throws IOException {
        List<UserLine> users = users("foramen.mode", "development");

        Path file = folder.resolve("keys/console-password");
        String password = Files.readString(file).strip();
        assertThat(password).hasSizeGreaterThan(20);
        assertThat(users).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("operator");
            assertThat(user.role()).isEqualTo(Role.OPERATOR);
            assertThat(passwords.matches(password, user.hash())).isTrue();
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void thePasswordStaysTheSameAndNothingElseIsLeftBehind() throws IOException {
        users("foramen.mode", "development");
        String first = Files.readString(folder.resolve("keys/console-password"));

        users("foramen.mode", "development");

        assertThat(Files.readString(folder.resolve("keys/console-password"))).isEqualTo(first);
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**console-password");
        assertThat(folder.resolve("keys").toFile().list()).hasSize(1);
    }

    /** A disk that was full, or an editor, leaves such a file. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "   \n\n", "operator", "\u0000"})
    void aFileWithoutAPasswordLetsNobodyIn(String content) throws IOException {
        Path file = folder.resolve("keys/console-password");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> users("foramen.mode", "development"))
                .withMessageContaining(file.toString());
        assertThat(file).hasContent(content);
    }

    @Test
    void inProductionNobodyIsMadeUp() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> users("foramen.mode", "production"))
                .withMessageContaining("FORAMEN_CONSOLE_USERS");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFirstPasswordsHashIsTheSameAfterARestart() {
        assertThat(users("foramen.mode", "development")).isEqualTo(users("foramen.mode", "development"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short"})
    void aPasswordThatIsShortIsNotTaken(String password) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> MakeUser.line("ana", "viewer", password))
                .withMessageContaining("12");
    }

    private List<UserLine> users(String setting, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("foramen.data", folder.toString()));
        settings.put(setting, setting.endsWith("users") ? folder.resolve(value).toString() : value);
        return Users.of(Settings.with(settings));
    }
}
