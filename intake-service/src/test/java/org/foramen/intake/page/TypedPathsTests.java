package org.foramen.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TypedPathsTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @CsvSource({
        "/Considering, /considering",
        "/CONSIDERING/, /considering",
        "/considering/foraminotomy/, /considering/foraminotomy",
        "/considering/Foraminotomy/, /considering/foraminotomy",
        "/Considering/Spinal-Fusion//, /considering/spinal-fusion",
        "/Embed/Considering/Foraminotomy/, /embed/considering/foraminotomy",
        "/EMBED, /embed/",
        "/embed, /embed/",
        "/embed//, /embed/",
        "//embed//considering/foraminotomy, /embed/considering/foraminotomy",
        "//, /",
        "//considering/foraminotomy, /considering/foraminotomy",
        "/considering//foraminotomy, /considering/foraminotomy",
        "/considering/foraminotomy., /considering/foraminotomy",
        "/considering/foraminotomy), /considering/foraminotomy",
        "/considering/foraminotomy%20, /considering/foraminotomy",
        "/considering/foraminotomy%E2%80%8B, /considering/foraminotomy",
        "/considering/foraminotomy%E2%80%A6, /considering/foraminotomy",
        "/considering/foraminotomy%E2%80%9D, /considering/foraminotomy",
        "/received/K7F3-92QX/, /received/K7F3-92QX",
        "/Received/k7f3-92qx, /received/K7F3-92QX",
        "/received/K7F3-92QX., /received/K7F3-92QX",
        "/Embed//Received/k7F3-92qx, /embed/received/K7F3-92QX",
        "/handouts/general/, /handouts/general",
        "/Handouts/General/EN.PDF, /handouts/general/EN.pdf",
        "/handouts/foraminotomy/es/, /handouts/foraminotomy/es",
        "/Handouts/Foraminotomy/zh-Hant.pdf/, /handouts/foraminotomy/zh-Hant.pdf"
    })
    void anAddressAsPeopleTypeItLeadsToItsPageAtOnce(String typed, String page) throws Exception {
        open("GET", typed, "lang=es");

        assertThat(response.getStatus()).isEqualTo(301);
        assertThat(response.getHeader("Location")).isEqualTo(page + "?lang=es");
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/considering",
                "/embed/",
                "/embed/inquiries",
                "/embed/received/K7F3-92QX",
                "/considering/foraminotomy",
                "/handouts/foraminotomy/zh-Hant.pdf",
                "/received/K7F3-92QX",
                "/received/k7f3",
                "/API/inquiries/",
                "//evil.example/considering/",
                "/considering/\r\nSet-Cookie: a=b/"
            })
    void everyOtherAddressStaysAsItIs(String path) throws Exception {
        open("GET", path, null);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void whatIsSentGoesToItsAddressAsItIs() throws Exception {
        open("POST", "/Considering/", null);

        assertThat(chain.getRequest()).isNotNull();
    }

    private void open(String method, String path, String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setQueryString(query);
        new TypedPaths().doFilter(request, response, chain);
    }
}
