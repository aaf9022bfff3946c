package org.foramen.notifier.console.signin.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.foramen.notifier.console.signin.Role;
import org.foramen.notifier.console.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;

/** What a session may hold, and nothing else: somebody who signed in, and sentences for the next page. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KeptInSession.Person.class, name = "person"),
    @JsonSubTypes.Type(value = KeptInSession.Sentences.class, name = "sentences")
})
sealed interface KeptInSession {

    /** What the session held. */
    Object restored(Function<SignedIn, SecurityContext> look);

    record Person(String name, Role role, String way, String proof, Instant since) implements KeptInSession {

        static Person of(SignedIn user) {
            return new Person(user.getName(), user.role(), user.way(), user.proof(), user.since());
        }

        @Override
        public SecurityContext restored(Function<SignedIn, SecurityContext> look) {
            return look.apply(new SignedIn(name, role, way, proof, since));
        }
    }

    record Sentences(List<NextPage> pages) implements KeptInSession {

        static Sentences of(List<?> flashes) {
            return new Sentences(
                    flashes.stream().map(FlashMap.class::cast).map(NextPage::of).toList());
        }

        /** A list that Spring may take pages out of. */
        @Override
        public List<FlashMap> restored(Function<SignedIn, SecurityContext> look) {
            return new CopyOnWriteArrayList<>(
                    pages.stream().map(NextPage::flash).toList());
        }
    }

    /**
     * @param path of the page that the sentences are for; nothing: the next one
     * @param until when they are forgotten, as Java counts milliseconds
     */
    record NextPage(
            Map<String, String> sentences, @Nullable String path, Map<String, List<String>> parameters, long until) {

        static NextPage of(FlashMap flash) {
            Map<String, String> sentences = new HashMap<>();
            flash.forEach((name, value) -> sentences.put(name, String.valueOf(value)));
            return new NextPage(
                    sentences,
                    flash.getTargetRequestPath(),
                    Map.copyOf(flash.getTargetRequestParams()),
                    flash.getExpirationTime());
        }

        FlashMap flash() {
            FlashMap flash = new FlashMap();
            flash.putAll(sentences);
            flash.setTargetRequestPath(path);
            flash.addTargetRequestParams(new LinkedMultiValueMap<>(parameters));
            flash.setExpirationTime(until);
            return flash;
        }
    }
}
