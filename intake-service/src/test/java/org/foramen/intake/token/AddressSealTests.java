package org.foramen.intake.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressSealTests {

    private static final String PLACE = "K7F3-92QX";

    @TempDir
    Path folder;

    private AddressSeal seal;

    @BeforeEach
    void open() {
        seal = new AddressSeal(new TokenKey(Settings.abuse(), Settings.intake(folder)));
    }

    @Test
    void whatIsSealedOpensAtEveryIntakeWithTheSameSecretAndInNoOtherPlace() {
        String sealed = seal.seal("crisis phone", PLACE);
        AddressSeal another = new AddressSeal(new TokenKey(Settings.abuse(), Settings.intake(folder)));

        assertThat(another.open(sealed, PLACE)).contains("crisis phone");
        assertThat(another.open(sealed, "AAAA-AAAA")).isEmpty();
    }

    @Test
    void anotherSecretOpensNothing(@TempDir Path others) {
        AddressSeal stranger = new AddressSeal(new TokenKey(Settings.abuse(), Settings.intake(others)));

        assertThat(stranger.open(seal.seal("crisis", PLACE), PLACE)).isEmpty();
    }

    @Test
    void aTextIsSealedAlikeEachTimeAndNotLikeAnother() {
        assertThat(seal.seal("crisis", PLACE)).isEqualTo(seal.seal("crisis", PLACE));
        assertThat(seal.seal("crisis", PLACE)).isNotEqualTo(seal.seal("usual", PLACE));
        assertThat(seal.seal("crisis", PLACE)).isNotEqualTo(seal.seal("crisis", "AAAA-AAAA"));
    }

    @Test
    void itsLengthTellsNothing() {
        assertThat(seal.seal("emergency phone yes foraminotomy tqjm00", PLACE))
                .hasSameSizeAs(seal.seal("", PLACE))
                .doesNotContain("emergency");
    }

    @Test
    void oneThatSomebodyChangedOrMadeUpDoesNotOpen() {
        String sealed = seal.seal("crisis", PLACE);

        for (int place = 0; place < sealed.length() - 1; place++) {
            char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, place) + other + sealed.substring(place + 1);
            assertThat(seal.open(changed, PLACE)).as("at %d", place).isEmpty();
        }
        for (String madeUp : new String[] {"", "A", "AAAA", "!", "guidance=crisis", "A".repeat(5_000), "\u0000"}) {
            assertThat(seal.open(madeUp, PLACE)).as(madeUp).isEmpty();
        }
    }
}
