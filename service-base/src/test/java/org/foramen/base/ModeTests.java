package org.foramen.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What production demands. */
class ModeTests {

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION,      , true",
        "DEVELOPMENT,     , false",
        "PRODUCTION, false, false",
        "DEVELOPMENT, true, true"
    })
    void handoutsMustBeApprovedUnlessSomebodySaysOtherwise(Mode mode, @Nullable Boolean set, boolean required) {
        assertThat(mode.requiresApproval(set)).isEqualTo(required);
    }
}
