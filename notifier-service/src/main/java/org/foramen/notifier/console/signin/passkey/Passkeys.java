package org.foramen.notifier.console.signin.passkey;

import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * The passkeys in the ledger's database. Spring Security checks them; here it is told that the device must know its owner (by
 * PIN, finger or face), so that a passkey is two factors, and that an answer counts once.
 */
final class Passkeys implements WebAuthnRelyingPartyOperations {

    private static final AuthenticatorSelectionCriteria DEVICE = AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build();

    private final PublicKeyCredentialRpEntity party;
    private final JdbcPublicKeyCredentialUserEntityRepository owners;
    private final JdbcUserCredentialRepository passkeys;
    private final Webauthn4JRelyingPartyOperations checks;

    /** @param console where staff open it: passkeys are good for its host, and from nowhere else */
    Passkeys(DataSource ledger, URI console, Challenges challenges) {
        JdbcTemplate rows = new JdbcTemplate(ledger);
        this.party = PublicKeyCredentialRpEntity.builder()
                .id(console.getHost())
                .name("Foramen console")
                .build();
        this.owners = new JdbcPublicKeyCredentialUserEntityRepository(rows);
        this.passkeys = new JdbcUserCredentialRepository(rows);
        this.checks = new Webauthn4JRelyingPartyOperations(owners, passkeys, party, Set.of(console.toString()));
        checks.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(DEVICE).challenge(challenges.fresh()));
        checks.setCustomizeRequestOptions(options ->
                options.userVerification(UserVerificationRequirement.REQUIRED).challenge(challenges.fresh()));
    }

    List<CredentialRecord> of(String name) {
        PublicKeyCredentialUserEntity owner = owners.findByUsername(name);
        return owner == null ? List.of() : passkeys.findByUserId(owner.getId());
    }

    boolean has(String name, Bytes passkey) {
        return of(name).stream().anyMatch(kept -> kept.getCredentialId().equals(passkey));
    }

    /** Takes one away; false when it is not theirs. */
    boolean remove(String name, Bytes passkey) {
        boolean theirs = has(name, passkey);
        if (theirs) {
            passkeys.delete(passkey);
        }
        return theirs;
    }

    /** Adds one, whose device has signed the challenge. */
    void add(Authentication user, Bytes challenge, RelyingPartyPublicKey made) {
        PublicKeyCredentialCreationOptions asked =
                createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(user));
        registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                PublicKeyCredentialCreationOptions.builder()
                        .rp(party)
                        .user(asked.getUser())
                        .challenge(challenge)
                        .pubKeyCredParams(asked.getPubKeyCredParams())
                        .authenticatorSelection(DEVICE)
                        .build(),
                made));
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        Bytes passkey = request.getPublicKey().getRawId();
        CredentialRecord known = passkeys.findByCredentialId(passkey);
        if (known != null
                && !Challenges.madeAt(request.getRequestOptions().getChallenge())
                        .isAfter(known.getLastUsed())) {
            throw new IllegalArgumentException("the passkey was used since this was asked");
        }
        return new PresentedPasskey(checks.authenticate(request), passkey);
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return checks.createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        return checks.registerCredential(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return checks.createCredentialRequestOptions(request);
    }
}
