package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.server.ResponseStatusException;

class OtherEncodingsTests {

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new OtherEncodings()).build();

    @ParameterizedTest
    @CsvSource({
        "/inquiries, multipart/form-data; boundary=x",
        "/embed/inquiries, multipart/form-data; boundary=x",
        "/inquiries, text/plain",
        "/inquiries, "
    })
    void aFormInAnotherEncodingIsReadToItsEndAndRefused(String path, String type) throws Exception {
        MvcResult result = send(path, type);

        assertThat(result.getResponse().getStatus()).isEqualTo(415);
        assertThat(result.getResolvedException()).isInstanceOf(ResponseStatusException.class);
        assertThat(result.getRequest().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aFormAsFormsAreIsNotRefusedHere() throws Exception {
        assertThat(send("/inquiries", "application/x-www-form-urlencoded;charset=UTF-8")
                        .getResolvedException())
                .isInstanceOf(HttpMediaTypeNotSupportedException.class);
    }

    private MvcResult send(String path, String type) throws Exception {
        return mvc.perform(post(path)
                        .content("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAna\r\n--x--")
                        .with(request -> {
                            request.setContentType(type);
                            return request;
                        }))
                .andReturn();
    }
}
