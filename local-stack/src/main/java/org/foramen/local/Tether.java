package org.foramen.local;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs a service's main class in a process of its own until standard input ends. The launcher closes that line to stop
 * the service in order, on every system; and the line also breaks when the launcher is killed, so nothing stays behind.
 */
final class Tether {

    private Tether() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(Tether::exitWhenCut, "tether");
        watch.setDaemon(true);
        watch.start();
        Method main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void exitWhenCut() {
        try {
            System.in.transferTo(System.err);
        } catch (IOException e) {
            System.err.println("The line to the launcher broke: " + e);
        }
        System.exit(0);
    }
}
