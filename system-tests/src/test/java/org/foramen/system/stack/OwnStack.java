package org.foramen.system.stack;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives the tests of a class a stack that no other class has used: for those that compare all that a stack has ever done. */
public final class OwnStack extends SharedStack {

    @Override
    ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OwnStack.class, context.getRequiredTestClass()));
    }
}
