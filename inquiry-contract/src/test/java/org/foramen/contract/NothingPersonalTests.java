package org.foramen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends in a log line by mistake must not tell of a person. */
class NothingPersonalTests {

    static Stream<Object> thingsWithSomethingPersonal() {
        InquiryReceived inquiry = Examples.INQUIRY;
        return Stream.of(inquiry, inquiry.person(), inquiry.redFlags().get(0), inquiry.redFlags());
    }

    @ParameterizedTest
    @MethodSource("thingsWithSomethingPersonal")
    void toStringShowsNothingPersonal(Object thing) {
        assertThat(thing.toString())
                .doesNotContainIgnoringCase("Lupita", "Ramírez", "3235550122", "Medi-Cal", "piernas", "example.com");
    }
}
