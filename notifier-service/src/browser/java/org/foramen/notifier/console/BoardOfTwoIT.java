package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.foramen.browser.Visit;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.junit.jupiter.api.Test;

/** Two people of a front desk at work on the board at once, with real browsers. */
class BoardOfTwoIT extends BrowsedBoard {

    @Test
    void ofTwoWhoPressAtOnceOneWinsAndTheOtherHearsWho() {
        InquiryReceived inquiry = asked("T0", 2, "es");
        open(inquiry);
        try (Visit other = new Visit(withoutScripts())) {
            Page second = other.page();
            signIn(second, "luz", "/");
            signIn("desi", "/");
            assertThat(second.textContent("#case-" + inquiry.id())).contains("Call, in Spanish");

            page.click("#t-" + inquiry.id());
            second.click("#t-" + inquiry.id());

            assertThat(page.textContent(".told")).contains("You have " + inquiry.id().reference());
            assertThat(second.textContent("[role=alert]")).contains("desi took").contains("changed nothing");
            assertThat(second.textContent("#case-" + inquiry.id())).contains("desi has it");
            assertThat(cases.find(inquiry.id()).orElseThrow().owner()).isEqualTo("desi");
            second.navigate(at("/?owner=desi"));
            assertThat(second.locator("#owner option").allTextContents()).contains("anyone", "I", "desi");
            assertThat(second.locator("#case-" + inquiry.id()).count()).isOne();
        }
    }

    @Test
    void aMorningOfTwoOneAtADeskAndOneWithAPhone() {
        InquiryReceived first = asked("D1", 31, "en");
        InquiryReceived second = asked("D2", 32, "es");
        InquiryReceived third = asked("D3", 33, "en");
        open(first);
        open(second);
        open(third);
        try (Visit pocket = new Visit(new NewContextOptions())) {
            pocket.resize(Visit.PHONE);
            Page phone = pocket.page();
            signIn(phone, "luz", "/");
            signIn("desi", "/");

            InquiryReceived emergency = Inquiries.urgent(asked("D9", 34, "en"), "cannot pee");
            publish(emergency);
            String onTop = ".lane.now .case:first-child#case-" + emergency.id();
            page.locator(onTop).waitFor(); // without a click, on either
            phone.locator(onTop).waitFor();
            phone.click("#o-" + emergency.id());
            assertThat(phone.getAttribute(".way a", "href")).isEqualTo("tel:+13105550112");
            phone.click("#r-" + emergency.id());
            page.locator(".lane.done_today #case-" + emergency.id()).waitFor();
            assertThat(page.textContent("#case-" + emergency.id())).contains("luz reached them");

            page.click("#t-" + first.id());
            page.click("#r-" + first.id());
            phone.navigate(at("/"));
            phone.click("#n-" + second.id());
            phone.click("#w-" + third.id());

            assertThat(pocket.overhang()).isZero();
            page.navigate(at("/"));
            assertThat(page.textContent(".lane.done_today")).contains(first.id().reference());
            assertThat(page.textContent(".lane.tried")).contains(second.id().reference(), third.id().reference());
            assertThat(page.title()).doesNotContain("🔴");
        }
    }

    @Test
    void aButtonThatIsHeldDownIsPressedThoughTheBoardChanges() {
        InquiryReceived inquiry = asked("H1", 41, "en");
        InquiryReceived another = asked("H2", 42, "en");
        open(inquiry);
        signIn("desi", "/");
        try (Visit other = new Visit(new NewContextOptions())) {
            signIn(other.page(), "luz", "/");
            page.hover("#t-" + inquiry.id());

            page.mouse().down();
            open(another);
            other.page().locator("#case-" + another.id()).waitFor(); // both are told at once
            page.mouse().up();
        }

        assertThat(page.textContent(".told")).contains("You have " + inquiry.id().reference());
        page.locator("#case-" + another.id()).waitFor();
    }

    @Test
    void whoComesTooLateHearsHowItStands() {
        InquiryReceived inquiry = asked("A0", 3, "en");
        open(inquiry);
        signIn("luz", "/people/" + inquiry.id());
        try (Visit other = new Visit(new NewContextOptions())) {
            Page second = other.page();
            signIn(second, "desi", "/");
            second.click("#d-" + inquiry.id());
            second.click("#c-" + inquiry.id() + " >> text=not ours");
            assertThat(second.textContent(".told")).contains("is closed");
        }

        page.click("#n-" + inquiry.id());

        assertThat(page.textContent("[role=alert]")).contains("desi closed").contains("changed nothing");
        assertThat(page.url()).endsWith("/people/" + inquiry.id());
        page.click("text=Open again");
        assertThat(page.textContent(".told")).contains("is open again");
        assertThat(page.textContent(".steps")).contains("desi closed it: not ours", "luz opened it again");
    }
}
