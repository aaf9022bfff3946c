package org.foramen.notifier.console.signin.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;

/**
 * Somebody who has just presented a passkey.
 *
 * @param owner whose it is
 * @param passkey the id of the one that was presented
 */
record PresentedPasskey(PublicKeyCredentialUserEntity owner, Bytes passkey) implements PublicKeyCredentialUserEntity {

    @Override
    public String getName() {
        return owner.getName();
    }

    @Override
    public Bytes getId() {
        return owner.getId();
    }

    @Override
    public @Nullable String getDisplayName() {
        return owner.getDisplayName();
    }
}
