package org.foramen.notifier.console.signin.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.foramen.notifier.console.signin.ReturnTo;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.settings.NotifierSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where users add and take away passkeys, soon after they signed in. Whom a password alone got this far may present one, or
 * add a first one with a code.
 */
@Controller
@ConditionalOnBooleanProperty(PasskeySetup.SETTING)
class PasskeyPage {

    private static final Logger log = LoggerFactory.getLogger(PasskeyPage.class);
    private static final Duration SOON = Duration.ofMinutes(15);
    private static final int LONGEST_LABEL = 40;

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final FirstPasskeyCodes codes;
    private final AuditLog audit;
    private final TransactionTemplate together;
    private final boolean demanded;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyPage(
            Passkeys passkeys,
            Challenges challenges,
            FirstPasskeyCodes codes,
            AuditLog audit,
            DataSource ledger,
            NotifierSettings settings) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.codes = codes;
        this.audit = audit;
        this.together = new TransactionTemplate(new JdbcTransactionManager(ledger));
        this.demanded = settings.console().secondFactor();
    }

    @GetMapping(ReturnTo.PASSKEYS)
    String show(SignedIn user, HttpServletRequest request, Model model) {
        model.addAttribute("owed", owes(user))
                .addAttribute("stale", isStale(user))
                .addAttribute("to", ReturnTo.page(request))
                .addAttribute("kept", passkeys.of(user.getName()));
        return "passkeys";
    }

    /** What the browser's device is asked. */
    @PostMapping(ReturnTo.PASSKEYS + "/options")
    ResponseEntity<String> ask(
            SignedIn user, @RequestBody String body, HttpServletRequest request, HttpServletResponse response) {
        if (isStale(user) || owes(user) && !codes.isGood(user.getName(), code(body), Instant.now())) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        PublicKeyCredentialCreationOptions options = passkeys.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(user));
        challenges.keep(options.getChallenge(), request, response);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(options));
    }

    /** What it answered. */
    @PostMapping(ReturnTo.PASSKEYS)
    ResponseEntity<Void> add(
            SignedIn user, @RequestBody String body, HttpServletRequest request, HttpServletResponse response) {
        Optional<Bytes> challenge = challenges.kept(request);
        challenges.keep(null, request, response);
        try {
            RelyingPartyPublicKey made = json.readValue(body, RelyingPartyPublicKey.class);
            if (challenge.isEmpty() || !isLabel(made.getLabel())) {
                return ResponseEntity.badRequest().build();
            }
            boolean added = !isStale(user)
                    && Boolean.TRUE.equals(together.execute(change -> add(user, challenge.get(), made, code(body))));
            return ResponseEntity.status(added ? HttpStatus.NO_CONTENT : HttpStatus.FORBIDDEN)
                    .build();
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            log.warn("A passkey was not accepted: {}", e.getClass().getSimpleName());
            return ResponseEntity.badRequest().build();
        }
    }

    private boolean add(SignedIn user, Bytes challenge, RelyingPartyPublicKey made, String code) {
        if (owes(user) && !codes.use(user.getName(), code, Instant.now())) {
            return false;
        }
        passkeys.add(user, challenge, made);
        audit.note("passkey added", user.getName(), user.getName(), Instant.now());
        return true;
    }

    @PostMapping(ReturnTo.PASSKEYS + "/remove")
    String remove(SignedIn user, @RequestParam String id) {
        if (isStale(user) || owes(user) || !passkeys.remove(user.getName(), Bytes.fromBase64(id))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        audit.note("passkey removed", user.getName(), user.getName(), Instant.now());
        return "redirect:" + ReturnTo.PASSKEYS;
    }

    private boolean owes(SignedIn user) {
        return demanded && user.byPasswordAlone();
    }

    private static boolean isStale(SignedIn user) {
        return Instant.now().isAfter(user.since().plus(SOON));
    }

    private static boolean isLabel(String label) {
        return !label.isBlank()
                && label.length() <= LONGEST_LABEL
                && label.codePoints().noneMatch(Character::isISOControl);
    }

    private String code(String body) {
        return json.readTree(body).path("code").asString("");
    }
}
