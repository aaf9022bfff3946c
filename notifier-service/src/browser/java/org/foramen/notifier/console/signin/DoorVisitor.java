package org.foramen.notifier.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.foramen.browser.Visit;

/** Somebody at the console's door with a browser that nobody used yet, and with a new device that makes passkeys and knows its owner. */
public final class DoorVisitor extends Visit {

    public DoorVisitor() {
        super(new NewContextOptions());
        CDPSession devices = context().newCDPSession(page());
        devices.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        devices.send("WebAuthn.addVirtualAuthenticator", options);
    }

    /** Signs in with a password and goes on to a page of the console. */
    public static void signIn(Page page, String address, String name, String password) {
        page.navigate(address);
        page.fill("#username", name);
        page.fill("#password", password);
        page.click("form:has(#password) button");
    }

    @Override
    public void close() {
        super.close();
        assertThat(complaints()).as("what the browser complained of").isEmpty();
    }
}
