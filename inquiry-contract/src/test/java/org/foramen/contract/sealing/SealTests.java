package org.foramen.contract.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.foramen.contract.Examples;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.InquiryJson;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.contract.wire.UnreadableInquiry.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTests {

    @TempDir
    Path folder;

    private Path keys;
    private SealedInquiry sealed;

    @BeforeEach
    void seal() {
        keys = folder.resolve("keys");
        TestKeys.makeIn(keys);
        sealed = SealKeys.sealer(keys.resolve(SealKeys.PUBLIC_FILE)).seal(Examples.INQUIRY);
    }

    @Test
    void whatIsSealedWithThePublicKeyOpensWithThePrivateOne() {
        assertThat(open(sealed.id().value(), sealed.headers(), sealed.value())).isEqualTo(Examples.INQUIRY);
    }

    @Test
    void inquiriesOfOneSecondShareAKeyAgreementAndNothingElse() throws Exception {
        AtomicLong now = new AtomicLong();
        InquirySealer sealer = SealKeys.sealer(keys.resolve(SealKeys.PUBLIC_FILE), now::get);
        JWEObject first = JWEObject.parse(text(sealer.seal(Examples.INQUIRY)));
        now.addAndGet(999_999_999);
        JWEObject second = JWEObject.parse(text(sealer.seal(Examples.INQUIRY)));
        now.addAndGet(1);
        JWEObject later = JWEObject.parse(text(sealer.seal(Examples.INQUIRY)));

        assertThat(second.getHeader()).hasToString(first.getHeader().toString());
        assertThat(second.getIV()).isNotEqualTo(first.getIV());
        assertThat(second.getCipherText()).isNotEqualTo(first.getCipherText());
        assertThat(later.getHeader().getEphemeralPublicKey())
                .isNotEqualTo(first.getHeader().getEphemeralPublicKey());
    }

    @Test
    void whatManySealAtOnceOpens() {
        InquirySealer sealer = SealKeys.sealer(keys.resolve(SealKeys.PUBLIC_FILE));
        InquiryOpener opener = SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE));

        List<InquiryReceived> opened = IntStream.range(0, 500)
                .parallel()
                .mapToObj(number -> sealer.seal(Examples.INQUIRY))
                .map(one -> opener.open(one.id().value(), one.headers(), one.value()))
                .toList();

        assertThat(opened).hasSize(500).containsOnly(Examples.INQUIRY);
    }

    /** By another implementation of RFC 7516 than ours. */
    @Test
    void whatIsSealedIsAnOrdinaryJwe() throws Exception {
        JWEObject jwe = JWEObject.parse(text(sealed));

        jwe.decrypt(new ECDHDecrypter(privateKey()));

        assertThat(InquiryJson.read(jwe.getPayload().toBytes())).isEqualTo(Examples.INQUIRY);
    }

    @Test
    void anOrdinaryJweOpens() throws Exception {
        byte[] other = sealedByNimbus(EncryptionMethod.A256GCM, null);

        assertThat(open(sealed.id().value(), sealed.headers(), other)).isEqualTo(Examples.INQUIRY);
    }

    @Test
    void sealsOfAnotherKindAreRefused() throws Exception {
        byte[] weaker = sealedByNimbus(EncryptionMethod.A128GCM, null);
        byte[] compressed = sealedByNimbus(EncryptionMethod.A256GCM, CompressionAlgorithm.DEF);

        assertRefused(Reason.SEAL_BROKEN, () -> open(sealed.id().value(), sealed.headers(), weaker));
        assertRefused(Reason.SEAL_BROKEN, () -> open(sealed.id().value(), sealed.headers(), compressed));
    }

    @Test
    void aSealWhosePartsDoNotFitIsRefused() {
        String[] parts = text(sealed).split("\\.");
        String keyInIt = String.join(".", parts[0], "AAAA", parts[2], parts[3], parts[4]);
        String shortTag = String.join(".", parts[0], "", parts[2], parts[3], parts[4].substring(0, 12));
        String shortNonce = String.join(".", parts[0], "", "AAAA", parts[3], parts[4]);
        String noTag = String.join(".", parts[0], "", parts[2], parts[3]);
        String noBase64 = String.join(".", parts[0], "", parts[2], "$" + parts[3].substring(1), parts[4]);

        for (String bent : List.of(keyInIt, shortTag, shortNonce, noTag, noBase64)) {
            byte[] value = bent.getBytes(StandardCharsets.US_ASCII);
            assertRefused(Reason.SEAL_BROKEN, () -> open(sealed.id().value(), sealed.headers(), value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"alg\": null}",
                "{\"alg\": \"none\", \"enc\": \"A256GCM\"}",
                "{\"alg\": \"HS256\"}",
                "{\"alg\": \"ECDH-ES\", \"enc\": \"A256GCM\", \"p2c\": -1}",
                "{\"alg\": \"ECDH-ES\", \"enc\": \"A256GCM\", \"epk\": {\"kty\": \"oct\", \"k\": \"AA\"}}"
            })
    void aHeaderThatIsNoneIsRefused(String header) {
        String[] parts = text(sealed).split("\\.");
        parts[0] = Base64URL.encode(header).toString();
        byte[] bent = String.join(".", parts).getBytes(StandardCharsets.US_ASCII);

        assertRefused(Reason.SEAL_BROKEN, () -> open(sealed.id().value(), sealed.headers(), bent));
    }

    @Test
    void aKeyOfAnotherCurveIsRefusedAtTheStart() throws Exception {
        JWK other = new ECKeyGenerator(Curve.P_384).keyID("other").generate();
        Path file = Files.writeString(folder.resolve("p384.json"), new JWKSet(other).toString(false));

        assertThatIllegalStateException()
                .isThrownBy(() -> SealKeys.sealer(file))
                .withMessageContaining("P-256");
        assertThatIllegalStateException()
                .isThrownBy(() -> SealKeys.opener(file))
                .withMessageContaining("P-256");
    }

    @Test
    void anEphemeralKeyThatIsNotOnTheCurveIsRefused() throws Exception {
        String[] parts = text(sealed).split("\\.");
        String header = Base64URL.from(parts[0]).decodeToString();
        String x = JWEObject.parse(text(sealed))
                .getHeader()
                .getEphemeralPublicKey()
                .toECKey()
                .getX()
                .toString();
        parts[0] = Base64URL.encode(header.replace(x, "AQ")).toString();
        byte[] bent = String.join(".", parts).getBytes(StandardCharsets.US_ASCII);

        assertRefused(Reason.SEAL_BROKEN, () -> open(sealed.id().value(), sealed.headers(), bent));
    }

    @Test
    void theSealHidesEveryWord() {
        String travels = sealed.headers() + new String(sealed.value(), StandardCharsets.US_ASCII);

        assertThat(travels).doesNotContainIgnoringCase("Lupita", "Medi-Cal", "3235550122", "piernas", "considering");
    }

    @Test
    void theHeadersAreThoseOfCloudEvents() {
        assertThat(sealed.headers())
                .containsOnly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_type", "org.foramen.inquiry.received.v1"),
                        Map.entry("ce_source", "/foramen/intake"),
                        Map.entry("ce_id", "K7F392QX0123456789ABCDEFGH"),
                        Map.entry("ce_time", "2026-11-22T18:30:05.250Z"),
                        Map.entry("content-type", "application/jose"));
    }

    /** Sealed by the first version, for the key that RFC 7518 prints in its appendix C. */
    @Test
    void anInquirySealedLongAgoStillOpens() throws Exception {
        Path oldKey = Files.write(folder.resolve("rfc7518.json"), Examples.golden("rfc7518-appendix-c-keys.json"));

        InquiryReceived opened = SealKeys.opener(oldKey)
                .open(
                        sealed.id().value(),
                        sealed.headers(),
                        Examples.goldenText("inquiry-received.v1.jwe").getBytes(StandardCharsets.US_ASCII));

        assertThat(opened).isEqualTo(Examples.INQUIRY);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        Path others = folder.resolve("others");
        TestKeys.makeIn(others);
        InquiryOpener other = SealKeys.opener(others.resolve(SealKeys.PRIVATE_FILE));

        assertRefused(Reason.UNKNOWN_KEY, () -> other.open(sealed.id().value(), sealed.headers(), sealed.value()));
    }

    @Test
    void aBrokenSealIsRefused() {
        byte[] broken = sealed.value().clone();
        broken[broken.length - 30] ^= 1;

        assertRefused(Reason.SEAL_BROKEN, () -> open(sealed.id().value(), sealed.headers(), broken));
    }

    @Test
    void aRecordUnderAnotherKeyIsRefused() {
        assertRefused(Reason.NOT_OUR_EVENT, () -> open("00000000000000000000000000", sealed.headers(), sealed.value()));
    }

    @Test
    void aRecordWithoutOurHeadersIsRefused() {
        assertRefused(Reason.NOT_OUR_EVENT, () -> open(sealed.id().value(), Map.of(), sealed.value()));
    }

    @Test
    void aPublicKeyIsNoPrivateKey() {
        Path publicFile = keys.resolve(SealKeys.PUBLIC_FILE);

        assertThatIllegalStateException()
                .isThrownBy(() -> SealKeys.opener(publicFile))
                .withMessage(publicFile + " holds a public key; the notifier needs the private one");
        assertThat(publicFile).content().doesNotContain("\"d\"");
    }

    private InquiryReceived open(String key, Map<String, String> headers, byte[] value) {
        return SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE)).open(key, headers, value);
    }

    private ECKey privateKey() throws Exception {
        return JWKSet.load(keys.resolve(SealKeys.PRIVATE_FILE).toFile())
                .getKeys()
                .get(0)
                .toECKey();
    }

    private byte[] sealedByNimbus(EncryptionMethod method, @Nullable CompressionAlgorithm zip) throws Exception {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, method)
                .keyID(privateKey().getKeyID())
                .compressionAlgorithm(zip)
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(InquiryJson.write(Examples.INQUIRY)));
        jwe.encrypt(new ECDHEncrypter(privateKey().toPublicJWK()));
        return jwe.serialize().getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(SealedInquiry sealed) {
        return new String(sealed.value(), StandardCharsets.US_ASCII);
    }

    private static void assertRefused(Reason reason, Runnable opening) {
        assertThatExceptionOfType(UnreadableInquiry.class)
                .isThrownBy(opening::run)
                .withMessage(reason.code())
                .withNoCause();
    }
}
