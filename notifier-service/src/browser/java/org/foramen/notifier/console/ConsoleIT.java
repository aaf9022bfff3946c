package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.webhook.Receiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An operator at work with a real browser. */
class ConsoleIT extends BrowsedConsole {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static Receiver telephone;

    @DynamicPropertySource
    static void aWebhookThatIsGivenUpAfterOneTry(DynamicPropertyRegistry properties) throws IOException {
        telephone = new Receiver();
        properties.add("foramen.webhooks.targets[0].name", () -> "telephone");
        properties.add("foramen.webhooks.targets[0].url", () -> "http://127.0.0.1:" + telephone.port());
        properties.add("foramen.webhooks.targets[0].secret", () -> SECRET);
        properties.add("foramen.webhooks.targets[0].events", () -> "accepted");
        properties.add("foramen.webhooks.allow-private", () -> "true");
        properties.add("foramen.webhooks.allow-plaintext", () -> "true");
        properties.add("foramen.webhooks.try-for", () -> "1ms");
    }

    @AfterAll
    static void hangUp() {
        telephone.close();
    }

    @BeforeEach
    void itAnswers() {
        telephone.answers("200 OK");
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneOpensThePageThatWasAskedFor() {
        page.navigate(at("/audit"));
        fillIn("ana", "not this one");
        assertThat(page.textContent("[role=alert]")).contains("Wrong name or password");

        fillIn("ana", PASSWORD);

        assertThat(page.textContent("h1")).isEqualTo("Audit");
        assertThat(page.textContent("header")).contains("ana, operator");
        page.click("text=Sign out");
        assertThat(page.textContent("[role=status]")).contains("signed out");
    }

    @Test
    void aMailThatWasHeldBackGoesWhenItIsReleased() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(21));
        settle(inquiry);
        signIn("ana", "/inquiries/" + inquiry.id());
        assertThat(page.textContent("main")).contains("looks like spam");
        assertThat(page.textContent(".sheet .withheld")).isEqualTo("held back");

        page.click("text=Let the mail to the person go");
        assertThat(arrived(inquiry, Audience.PATIENT)).isZero();
        page.click("text=Yes, let it go");

        assertThat(page.textContent("[role=status]")).contains("goes within seconds");
        await().atMost(SOON).until(() -> arrived(inquiry, Audience.PATIENT) == 1);
        page.locator(".steps >> text=ana let the mail to the person go").waitFor();
        page.locator(".steps >> text=person: sent").waitFor(); // without a click: the page follows the ledger
    }

    @Test
    void aMailToTheClinicCanBeSentOnceMore() {
        InquiryReceived inquiry = Inquiries.number(22);
        settle(inquiry);
        signIn("ana", "/inquiries/" + inquiry.id());

        page.click("text=Send again: clinic");
        page.click("text=Yes, send it again");

        await().atMost(SOON).until(() -> arrived(inquiry, Audience.CLINIC) == 2);
        assertThat(arrived(inquiry, Audience.PATIENT)).isEqualTo(1);
    }

    @Test
    void whatWasAskedIsShownOnceAndNoted() {
        InquiryReceived inquiry = Inquiries.with(23, "canary23@example.com", true, "en", "Canary words of 23");
        settle(inquiry);
        signIn("ana", "/people/" + inquiry.id());
        assertThat(page.content()).doesNotContain("Canary").doesNotContain("canary23");

        page.click("#o-" + inquiry.id());

        assertThat(page.textContent(".asked")).contains("Canary words of 23").contains("canary23@example.com");
        page.navigate(at("/people/" + inquiry.id()));
        assertThat(page.content()).doesNotContain("Canary");
        page.navigate(at("/inquiries/" + inquiry.id()));
        assertThat(page.textContent(".steps")).contains("ana opened what was asked");
    }

    @Test
    void aPersonIsSavedAsFhir() throws IOException {
        InquiryReceived inquiry = Inquiries.called("FH1R00000123456789ABCDEFGH", Inquiries.number(31));
        settle(inquiry);
        signIn("desi", "/people/" + inquiry.id());

        Download saved = page.waitForDownload(() -> page.click("text=Save as FHIR"));

        assertThat(saved.suggestedFilename()).isEqualTo("FH1R-0000.fhir.json");
        assertThat(Files.readString(saved.path())).startsWith("{").contains("\"transaction\"", "Canary Ruiz");
        page.navigate(at("/inquiries/" + inquiry.id()));
        assertThat(page.textContent(".steps")).contains("desi saved it as FHIR");
    }

    @Test
    void anInquiryIsErased() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(24));
        settle(inquiry);
        signIn("ana", "/inquiries/" + inquiry.id());

        page.click("text=Erase");
        page.click("text=Yes, erase it");

        page.locator(".steps >> text=ana erased the inquiry").waitFor();
        page.navigate(at("/inquiries/" + inquiry.id()));
        assertThat(page.textContent("main")).contains("was erased").contains("Nothing more.");
    }

    @Test
    void anUnreadableRecordIsReadAgainOrDismissed() {
        kafka.send(Topics.INQUIRIES, "stranger", "canary secret".getBytes(StandardCharsets.UTF_8))
                .join();
        signIn("ana", "/mail");
        await().atMost(SOON).until(() -> {
            page.navigate(at("/mail?needs=true"));
            return page.textContent("main").contains("it is not one of our events");
        });
        assertThat(page.content()).doesNotContain("canary");
        assertThat(page.textContent(".headline")).contains("Look").contains("cannot be read");
        String first = page.textContent("tbody th >> text=offset");

        page.click("text=Read all unreadable records again");
        page.click("text=Yes, read it again");

        assertThat(page.textContent("[role=status]")).contains("will be read again");
        await().atMost(SOON).until(() -> { // it still cannot be read, and comes back elsewhere
            page.navigate(at("/mail?needs=true"));
            return page.locator("tbody th >> text=offset").count() > 0
                    && !page.textContent("tbody th >> text=offset").equals(first);
        });
        page.click("tbody th >> text=offset");
        page.click("text=Dismiss");
        page.check("text=it is not ours");
        page.click("text=Dismiss it");

        assertThat(page.textContent("[role=status]")).contains("it is not ours");
        assertThat(page.url()).as("the list from which it was opened").isEqualTo(at("/mail?needs=true"));
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("told");
        page.navigate(at("/audit"));
        assertThat(page.textContent("tbody")).contains("dismissed it: it is not ours").contains("read again").doesNotContain("command");
    }

    @Test
    void aWebhookThatFailedIsSeenAndToldAgain() {
        telephone.answers("500 Internal Server Error");
        InquiryReceived inquiry = Inquiries.called("W3BH00K00123456789ABCDEFGH", Inquiries.number(30));
        publish(inquiry);
        signIn("ana", "/mail");
        page.click("text=Webhooks");
        String row = "tr:has-text('%s')".formatted(inquiry.id().reference());
        page.locator(row + " >> text=given up").waitFor(); // without a click

        assertThat(page.textContent(row)).contains("accepted", "telephone", "500");
        assertThat(page.content())
                .doesNotContain("Canary", "canary30", "310-555-0112", SECRET, "127.0.0.1:" + telephone.port());

        telephone.answers("204 No Content");
        page.click(row + " >> text=Tell again");

        assertThat(page.textContent("[role=status]")).contains("told again within seconds");
        page.locator(row + " >> text=204").waitFor();
        assertThat(page.textContent(row)).contains("sent");
        page.setViewportSize(390, 844);
        assertThat(page.locator(row).boundingBox().height)
                .as("pixels of what is done, on a phone: two lines")
                .isLessThan(100);
        List<Receiver.Request> told = telephone.requests().stream()
                .filter(request -> request.body().contains(inquiry.id().value()))
                .toList();
        assertThat(told).hasSize(2).noneMatch(request -> request.body().toLowerCase().contains("canary"));
        assertThat(told.get(1).header("webhook-id")).isEqualTo(told.get(0).header("webhook-id"));
        page.navigate(at("/audit"));
        assertThat(page.textContent("tbody tr:first-child")).contains("ana", "had it told by webhook again", "telephone");
    }

    @Test
    void aReferenceThatIsReadOutOnThePhoneIsFound() {
        InquiryReceived inquiry = Inquiries.called("P0F392QX0123456789ABCDEFGH", Inquiries.number(25));
        settle(inquiry);
        signIn("vera", "/mail");

        page.fill("#name", inquiry.id().reference().toLowerCase().replace('0', 'o'));
        page.selectOption("#audience", "CLINIC");
        page.selectOption("#state", "SENT");
        page.click("main >> text=Show");

        assertThat(page.locator("tbody tr").allTextContents())
                .singleElement()
                .asString()
                .contains(inquiry.id().reference(), "clinic", "250");
        page.fill("#name", "ZZZZ-ZZZZ");
        page.click("main >> text=Show");
        assertThat(page.textContent("main")).contains("no such mail");
    }

    @Test
    void theWayOfAnInquiryIsShownWithoutSendingIt() {
        signIn("vera", "/routing");

        page.fill("#message", "My doctor says I need a foraminotomy. Is it safe?");
        page.click("main >> text=Show");

        assertThat(page.textContent(".result")).contains("front-desk@clinic.example", "oraminotomy");
    }

    @Test
    void theKeyboardIsEnough() {
        page.navigate(at("/sign-in"));

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the main part");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("ana");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");

        page.locator("text=Sign out").waitFor();
        assertThat(page.textContent("h1")).isEqualTo("People to answer");
    }

    @Test
    void withoutScriptsAnOperatorCanActToo() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(29));
        settle(inquiry);
        openAnew(withoutScripts());
        signIn("ana", "/inquiries/" + inquiry.id());

        page.click("text=Let the mail to the person go");
        page.click("text=Yes, let it go");

        await().atMost(SOON).until(() -> arrived(inquiry, Audience.PATIENT) == 1);
    }

    @Test
    void everyPageIsOpenToAllOnEveryScreen() {
        InquiryReceived inquiry = Inquiries.called("K7F392QX0123456789ABCDEFGH", Inquiries.number(26));
        settle(inquiry);
        settle(Inquiries.called("4TQ8ZH1V0123456789ABCDEFGH", Inquiries.suspected(Inquiries.number(27))));
        settle(Inquiries.called(
                "W2M5Y0CD0123456789ABCDEFGH", Inquiries.with(28, "none@example.com", false, "en", "Please phone")));
        kafka.send(Topics.INQUIRIES, "stranger", "?".getBytes(StandardCharsets.UTF_8))
                .join();
        signIn("ana", "/");
        look("sign-in", "/sign-in");
        pages(inquiry).forEach(this::look);
        openAnew(dark());
        signIn("ana", "/");
        pages(inquiry).forEach((name, path) -> look(name + "-dark", path));
        assertThat(state(inquiry, Audience.CLINIC)).isEqualTo(State.SENT);
    }

    private static Map<String, String> pages(InquiryReceived inquiry) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("mail", "/mail");
        pages.put("mail-needs", "/mail?needs=true");
        pages.put("figures", "/mail/figures");
        pages.put("webhooks", "/mail/webhooks");
        pages.put("inquiry", "/inquiries/" + inquiry.id());
        pages.put("release", "/act/release?owner=" + inquiry.id());
        pages.put("erase", "/act/erase?owner=" + inquiry.id());
        pages.put("dismiss", "/act/dismiss?owner=" + inquiry.id());
        pages.put("library", "/library");
        pages.put("handout", "/library/foraminotomy/en");
        pages.put("mails", "/library/mails");
        pages.put("routing", "/routing");
        pages.put("audit", "/audit");
        pages.put("missing", "/nothing-here");
        return pages;
    }
}
