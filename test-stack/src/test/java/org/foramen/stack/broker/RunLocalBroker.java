package org.foramen.stack.broker;

import java.nio.file.Path;

/** The broker as a process of its own, to be killed: {@code RunLocalBroker port folder}. */
final class RunLocalBroker {

    private RunLocalBroker() {}

    @SuppressWarnings("resource") // it runs until it is killed
    public static void main(String[] arguments) {
        LocalBroker.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }
}
