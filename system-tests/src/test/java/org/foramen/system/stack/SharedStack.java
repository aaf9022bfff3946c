package org.foramen.system.stack;

import java.io.IOException;
import java.util.Optional;
import org.foramen.stack.mail.Kept;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stack that all of a process share, whole, started for the first that asks and closed after the last. It is
 * kept for the launcher's session, for where Failsafe has several processes each class is a run of its own.
 */
public class SharedStack implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Stack stack = store(context)
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class)
                .stack();
        stack.mail().behave();
        stack.mail().keep(Kept.WHOLE);
        stack.heal();
        return stack;
    }

    /** Where the stack is kept, which is closed with it. */
    ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(
                ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(SharedStack.class));
    }

    /** A stack that did not start is not tried again for each test. */
    private record Started(Optional<Stack> running, Optional<Exception> failure) implements AutoCloseable {

        static Started now() {
            try {
                return new Started(Optional.of(Stack.ofOneEach("shared")), Optional.empty());
            } catch (IOException | RuntimeException e) {
                return new Started(Optional.empty(), Optional.of(e));
            }
        }

        Stack stack() {
            return running.orElseThrow(
                    () -> new IllegalStateException("the stack did not start", failure.orElseThrow()));
        }

        @Override
        public void close() {
            running.ifPresent(Stack::close);
        }
    }
}
