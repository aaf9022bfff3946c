package org.foramen.intake.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ProofOfWorkTests {

    private static final String TOKEN = "a-token";

    @TempDir
    Path data;

    private ProofOfWork proofs;

    @BeforeEach
    void ask() {
        proofs = proofs(data, "1000");
    }

    @Test
    void theSolutionOfAltchasOwnSolverIsTaken() throws Exception {
        assertThat(proofs.check(solved(proofs, TOKEN), TOKEN)).isEqualTo(ProofVerdict.GIVEN);
    }

    @Test
    void aSolutionIsGoodForItsOwnFormOnly() throws Exception {
        assertThat(proofs.check(solved(proofs, TOKEN), "a-toke")).isEqualTo(ProofVerdict.FALSE);
        assertThat(proofs.check(solved(proofs, TOKEN + "1"), TOKEN)).isEqualTo(ProofVerdict.FALSE);
    }

    @Test
    void aSumOfAnotherIntakeIsFalse(@TempDir Path elsewhere) throws Exception {
        assertThat(proofs.check(solved(proofs(elsewhere, "10"), TOKEN), TOKEN)).isEqualTo(ProofVerdict.FALSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{}",
                "null",
                "[]",
                "{\"algorithm\": \"SHA-256\", \"salt\": \"a-token&\", \"number\": 1}",
                "{\"algorithm\": \"SHA-256\", \"salt\": \"a-token&\", \"number\": \"many\", \"challenge\": 1}",
                "{\"algorithm\": \"SHA-1\", \"salt\": \"a-token&\", \"number\": 1, \"challenge\": \"x\", \"signature\": \"x\"}"
            })
    void whatProvesNothingIsFalse(String json) {
        assertThat(proofs.check(json, TOKEN)).isEqualTo(ProofVerdict.FALSE);
        assertThat(proofs.check(Base64.getEncoder().encodeToString(json.getBytes(UTF_8)), TOKEN))
                .isEqualTo(ProofVerdict.FALSE);
    }

    @Test
    void nothingIsNoLie() {
        assertThat(proofs.check("", TOKEN)).isEqualTo(ProofVerdict.ABSENT);
    }

    @Test
    void canBeSwitchedOff() {
        ProofOfWork off = proofs(data, "0");

        assertThat(off.challenge(TOKEN)).isNull();
        assertThat(off.check("", TOKEN)).isEqualTo(ProofVerdict.GIVEN);
    }

    private static String solved(ProofOfWork proofs, String token) throws Exception {
        ProofOfWork.Challenge sum = proofs.challenge(token);
        Altcha.Solution found =
                Altcha.solveChallenge(sum.challenge(), sum.salt(), Altcha.Algorithm.SHA256, sum.maxnumber(), 0);
        ProofOfWork.Solution solution = new ProofOfWork.Solution(
                sum.algorithm(), sum.challenge(), (long) found.number, sum.salt(), sum.signature());
        return Base64.getEncoder().encodeToString(JsonMapper.shared().writeValueAsBytes(solution));
    }

    private static ProofOfWork proofs(Path data, String most) {
        AbuseSettings settings = Settings.abuse("proof-of-work", most);
        return new ProofOfWork(new TokenKey(settings, Settings.intake(data)), settings, JsonMapper.shared());
    }
}
