package org.foramen.notifier.console.signin.password;

import java.time.Instant;

/**
 * Who must wait before a password is looked at. Tries are counted by name and network together; a network that tries many names,
 * and a name that many networks try, wait too, but not who has signed in from that browser or network before.
 */
final class SignInLimits {

    private static final int FREE_HERE = 5;
    private static final int FREE_OF_NAME = 20;
    private static final int FREE_OF_NETWORK = 20;

    private final KnownBrowsers browsers;
    private final SignInThrottle throttle = new SignInThrottle();
    private final KnownNetworks homes;

    SignInLimits(KnownBrowsers browsers, KnownNetworks homes) {
        this.browsers = browsers;
        this.homes = homes;
    }

    /** Counts the try before its password is looked at, so that many at once are no way around; false when it must wait. */
    boolean admits(String name, Visitor from, Instant now) {
        String here = here(name, from);
        return !throttle.waits(here, now) && counts(name, here, from, isAtHome(name, from), now);
    }

    /** The ledger was asked before, so that a slow one holds up nobody else. */
    private synchronized boolean counts(String name, String here, Visitor from, boolean atHome, Instant now) {
        if (throttle.waits(here, now)) {
            return false;
        }
        if (!atHome) {
            if (throttle.waits(network(from), now) || throttle.waits(name(name), now)) {
                return false;
            }
            throttle.count(name(name), FREE_OF_NAME, now);
        }
        throttle.count(here, FREE_HERE, now);
        return true;
    }

    /** The password was wrong. Only now the network's tries are counted: all of the staff may come by one. */
    void failed(Visitor from, Instant now) {
        throttle.count(network(from), FREE_OF_NETWORK, now);
    }

    /** The password was right. */
    void passed(String name, Visitor from, Instant now) {
        throttle.forget(here(name, from));
        throttle.forget(name(name));
        homes.note(name, from.network(), now);
    }

    private boolean isAtHome(String name, Visitor from) {
        return browsers.knows(name, from.mark()) || homes.knows(name, from.network());
    }

    private String here(String name, Visitor from) {
        return browsers.knows(name, from.mark())
                ? "browser " + from.mark()
                : "name " + name + " from " + from.network();
    }

    private static String name(String name) {
        return "name " + name;
    }

    private static String network(Visitor from) {
        return "network " + from.network();
    }
}
