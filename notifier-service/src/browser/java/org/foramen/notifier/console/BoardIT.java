package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.foramen.browser.Visit;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody of a front desk at work on the board, with a real browser. */
class BoardIT extends BrowsedBoard {

    @Autowired
    JdbcClient jdbc;

    @Test
    void anEmergencyIsOnTopWithinSecondsUntilSomebodyReachedThem() {
        signIn("desi", "/");
        InquiryReceived inquiry = Inquiries.urgent(asked("E0", 1, "en"), "numb between my legs");
        publish(inquiry);

        page.locator(".lane.now #case-" + inquiry.id()).waitFor(); // without a click
        await().atMost(SOON).until(() -> page.title().contains("🔴") && page.title().contains("help now"));
        assertThat(page.textContent(".headline")).contains("Act", "1 emergency is waiting.");
        assertThat(page.textContent("#case-" + inquiry.id())).contains("emergency signs", "Call now", "our answer said to call 911");
        assertThat(page.content()).doesNotContain("Canary").doesNotContain("555");

        page.click("#o-" + inquiry.id());
        assertThat(page.textContent(".asked")).contains("Canary Ruiz", "310-555-0112", "numb between my legs");
        assertThat(page.getAttribute(".way a", "href")).isEqualTo("tel:+13105550112");
        page.click("#r-" + inquiry.id());

        assertThat(page.textContent(".told")).contains("was reached");
        page.navigate(at("/"));
        assertThat(page.textContent(".lane.done_today")).contains(inquiry.id().reference(), "desi reached them");
        assertThat(stateOf(inquiry.id())).isEqualTo(CaseState.REACHED);
    }

    @Test
    void theButtonAsksForACallOnlyWhereTheOrderIsToCall() {
        InquiryReceived called = asked("W1", 12, "en");
        InquiryReceived written = Inquiries.wantsMail(asked("W2", 13, "es"));
        InquiryReceived warned = Inquiries.withoutPhone(Inquiries.urgent(asked("W3", 14, "en"), "cannot pee"));
        InquiryReceived spam = Inquiries.suspected(asked("W4", 15, "en"));
        Stream.of(called, written, warned, spam).forEach(this::open);
        signIn("desi", "/");

        assertThat(page.textContent("#o-" + called.id())).startsWith("Show and call:");
        assertThat(page.textContent("#o-" + written.id())).startsWith("Show and write:");
        assertThat(page.textContent("#o-" + warned.id())).startsWith("Show and write:");
        assertThat(page.textContent("#o-" + spam.id())).startsWith("Show:");
        page.click("#o-" + written.id());
        assertThat(page.textContent(".way .ordered")).contains("canary13@example.com");
        assertThat(page.textContent(".way a:not(.ordered)")).contains("310-555-0112");
        page.navigate(at("/people/" + warned.id()));
        page.click("#r-" + warned.id());
    }

    @Test
    void aForgedIdAndAForgedFormAreRefusedInClearWords() {
        InquiryReceived inquiry = asked("F0", 4, "en");
        settle(inquiry);
        signIn("desi", "/");

        Response unknown = page.navigate(at("/people/" + "0".repeat(25) + "Z"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(page.textContent("main")).contains("no such inquiry");
        page.navigate(at("/"));
        page.evaluate("id => document.getElementById('t-' + id).form.action = '/people/' + '0'.repeat(25) + 'Z/take'",
                inquiry.id().value());
        page.click("#t-" + inquiry.id());
        assertThat(page.textContent("[role=alert]")).contains("not on the board");
        page.evaluate("id => document.getElementById('t-' + id).form._csrf.value = 'forged'", inquiry.id().value());
        page.click("#t-" + inquiry.id());
        assertThat(page.textContent("main")).contains("Nothing was changed");
        assertThat(stateOf(inquiry.id())).isEqualTo(CaseState.NEW);
    }

    @Test
    void theLinkInTheMailLeadsToThePersonAfterSignInAndChangesNothing() {
        InquiryReceived inquiry = asked("M0", 5, "en");
        open(inquiry);

        signIn("luz", "/people/" + inquiry.id());

        assertThat(page.url()).endsWith("/people/" + inquiry.id());
        assertThat(page.textContent("h1")).isEqualTo(inquiry.id().reference());
        assertThat(cases.find(inquiry.id()).orElseThrow().version()).isZero();
        assertThat(cases.history(inquiry.id())).isEmpty();
    }

    @Test
    void aPersonIsFoundByNumberAddressOrReferenceAndNothingTypedIsShown() {
        InquiryReceived inquiry = asked("S0", 6, "en");
        open(inquiry);
        signIn("desi", "/");

        for (String typed : new String[] {
            "canary6@example.com", " CANARY6@Example.com", inquiry.id().reference().toLowerCase(), "(310) 555-0112"
        }) {
            page.fill("#typed", typed);
            page.click("button:text-is('Find')");
            assertThat(page.url()).endsWith("/people/search");
            assertThat(page.textContent(".board")).as(typed).contains(inquiry.id().reference());
            assertThat(page.content().toLowerCase()).doesNotContain("canary").doesNotContain("0112");
        }
        page.fill("#typed", "nobody@example.com");
        page.click("button:text-is('Find')");
        assertThat(page.textContent("main")).contains("Nobody was found");
    }

    @Test
    void inquiriesOfOnePersonStandTogether() {
        InquiryReceived first = asked("PA", 7, "en");
        InquiryReceived between = asked("PB", 8, "en");
        InquiryReceived again = Inquiries.called(id("PC"), first);
        open(first);
        open(between);
        open(again);
        signIn("desi", "/");

        assertThat(page.locator(".case.same-person").allTextContents())
                .filteredOn(row -> row.contains(first.id().reference()) || row.contains(again.id().reference()))
                .singleElement()
                .asString()
                .contains("same person as");
    }

    @Test
    void theKeysPressTheButtons() {
        InquiryReceived inquiry = asked("K0", 9, "en");
        open(inquiry);
        signIn("desi", "/");
        page.focus("#p-" + inquiry.id());

        page.keyboard().press("t");

        page.locator(".told").waitFor();
        assertThat(cases.find(inquiry.id()).orElseThrow().owner()).isEqualTo("desi");
        page.focus("#typed");
        page.keyboard().type("notrw");
        assertThat(page.inputValue("#typed")).isEqualTo("notrw");
        page.click("text=Keyboard shortcuts");
        page.uncheck("#keys");
        page.focus("#p-" + inquiry.id());
        page.keyboard().press("n");
        assertThat(stateOf(inquiry.id())).isEqualTo(CaseState.TAKEN);
    }

    @Test
    void whoPressesByKeyboardGoesOnAtThatPersonOrAtTheNextOne() {
        InquiryReceived first = asked("F1", 41, "en");
        InquiryReceived second = asked("F2", 42, "en");
        open(first);
        open(second);
        signIn("desi", "/");

        press("#t-" + first.id());
        assertThat(focused()).as("the button that is gone is of this person").isEqualTo("p-" + first.id());
        String next = page.getAttribute("#case-" + first.id() + " + .case", "id");
        press("#n-" + first.id());
        assertThat(focused()).as("the person left the list").isEqualTo(next.replace("case-", "p-"));
        press("#o-" + second.id());
        assertThat(focused()).as("what was asked").isEqualTo("asked");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.href")).isEqualTo("tel:+13105550112");
        press("#n-" + second.id());
        assertThat(focused()).isEqualTo("n-" + second.id());
        press("#r-" + second.id());
        assertThat(focused()).isEqualTo("p-" + second.id());
        assertThat(page.textContent("#announced")).contains(second.id().reference(), "was reached");
    }

    @Test
    void whoLetsAMailGoFromTheBoardGoesOnAtThatPerson() {
        InquiryReceived inquiry = Inquiries.suspected(asked("R1", 46, "en"));
        settle(inquiry);
        signIn("desi", "/");
        page.navigate(at("/?language=en"));

        press("#h-" + inquiry.id());
        press("text=No, go back");
        assertThat(page.url()).isEqualTo(at("/?language=en"));
        assertThat(focused()).isEqualTo("h-" + inquiry.id());
        press("#h-" + inquiry.id());
        press("text=Yes, let it go");

        assertThat(page.url()).isEqualTo(at("/?language=en"));
        assertThat(focused()).as("the button that is gone is of this person").isEqualTo("p-" + inquiry.id());
        assertThat(page.textContent("#announced")).contains(inquiry.id().reference(), "goes within seconds");
    }

    @Test
    void whatChangesMeanwhileTakesNobodyFromTheButtonWhereTheyAre() {
        InquiryReceived inquiry = asked("G1", 43, "en");
        open(inquiry);
        signIn("desi", "/");
        String reason = "#c-%s button[value=DUPLICATE]".formatted(inquiry.id());
        page.focus("#d-" + inquiry.id());
        page.keyboard().press("Enter");
        page.focus(reason);

        InquiryReceived other = asked("G2", 44, "en");
        open(other);
        page.locator("#case-" + other.id()).waitFor(); // without a click

        assertThat(page.locator(reason).evaluate("button => button === document.activeElement"))
                .isEqualTo(true);
    }

    @Test
    void whoWasTriedInAnEmergencyIsSaidToStayOnTop() {
        InquiryReceived inquiry = Inquiries.urgent(asked("S1", 45, "en"), "cannot pee");
        open(inquiry);
        signIn("desi", "/");

        page.click("#n-" + inquiry.id());

        assertThat(page.textContent(".told")).contains("stays on the board under “Now”");
        page.click("#r-" + inquiry.id());
    }

    @Test
    void aPhoneWithoutScriptsIsEnough() {
        InquiryReceived inquiry = asked("N0", 10, "en");
        open(inquiry);
        openAnew(withoutScripts());
        page.setViewportSize(Visit.PHONE, 844);
        signIn("luz", "/");

        page.click("#n-" + inquiry.id());
        page.click("#w-" + inquiry.id());

        assertThat(page.textContent(".lane.tried #case-" + inquiry.id())).contains("tried 2 times", "luz tried");
        page.click("#d-" + inquiry.id());
        page.click("#c-" + inquiry.id() + " >> text=answered");
        assertThat(page.textContent(".lane.done_today")).contains(inquiry.id().reference());
    }

    @Test
    void aViewerSeesTheBoardAndPressesNothing() {
        InquiryReceived inquiry = asked("V0", 11, "en");
        open(inquiry);

        signIn("vera", "/");

        assertThat(page.textContent("#case-" + inquiry.id())).contains(inquiry.id().reference());
        assertThat(page.locator("#board button").count()).isZero();
    }

    @Test
    void aBoardOfTenThousandStaysAPage() {
        jdbc.sql(
                        """
                        insert into inquiry_case (inquiry_id, version, state, tries, opened_at, changed_at, received_at, due_at,
                            level, suspected, way, phone, email_allowed, language, kind)
                        select concat('B1K0', lpad(cast(x as varchar), 22, '0')), 0, 'new', 0, current_timestamp,
                            current_timestamp, current_timestamp, dateadd(day, 400, current_timestamp), 'usual', false,
                            'phone', true, false, 'en', 'contact'
                        from system_range(1, 10000)
                        """)
                .update();
        try {
            signIn("desi", "/?lane=TODAY");
            page.navigate(at("/?lane=TODAY"));
            assertThat(page.locator(".case").count()).isEqualTo(50);
            page.click("text=Those after");
            page.waitForURL("**page=2**");
            page.click("text=Those after");
            page.waitForURL("**page=3**");
            assertThat(page.locator(".case").count()).isEqualTo(50);
            page.navigate(at("/?language=es"));
            assertThat(page.locator(".lane.today [id^=case-B1K0]").count()).isZero();
        } finally {
            jdbc.sql("delete from inquiry_case where inquiry_id like 'B1K0%'").update();
        }
    }

    @Test
    void theBoardIsOpenToAllOnEveryScreen() {
        Instant now = Instant.now();
        settle(Inquiries.urgent(called("BYHVT4GJ", asked("X0", 21, "en"), now, 14), "cannot pee"));
        settle(Inquiries.urgent(called("5DD8W0A6", asked("X1", 22, "es"), now, 20), "no puedo orinar"));
        settle(Inquiries.inCrisis(called("C4S7N8AA", asked("X2", 23, "en"), now, 3)));
        settle(called("SFD07RAE", asked("X3", 24, "es"), now, 90));
        settle(called("JBP9H391", Inquiries.with(25, "x@example.com", false, "en", "Please call"), now, 300));
        settle(Inquiries.suspected(called("7XF2VXNW", asked("X5", 26, "en"), now, 600)));
        signIn("luz", "/");
        page.click("#t-" + id("SFD07RAE"));
        page.click("#n-" + id("JBP9H391"));

        look("board", "/");
        look("person", "/people/" + id("5DD8W0A6"));
        page.click("#o-" + id("5DD8W0A6"));
        look("called");
        page.navigate(at("/"));
        page.fill("#typed", "5DD8-W0A6");
        page.click("button:text-is('Find')");
        look("found");
        openAnew(dark());
        signIn("luz", "/");
        look("board-dark", "/");
        for (String name : new String[] {"BYHVT4GJ", "5DD8W0A6", "C4S7N8AA"}) {
            page.navigate(at("/"));
            page.click("#r-" + id(name));
        }
        assertThat(page.title()).doesNotContain("🔴");
    }

    /** By keyboard, and waits for the page that comes. */
    private void press(String button) {
        page.focus(button);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private Object focused() {
        return page.evaluate("document.activeElement.id");
    }

    private static InquiryReceived called(String name, InquiryReceived inquiry, Instant now, int minutesAgo) {
        return Inquiries.receivedAt(
                Inquiries.called(id(name), inquiry), now.minus(Duration.ofMinutes(minutesAgo)));
    }
}
