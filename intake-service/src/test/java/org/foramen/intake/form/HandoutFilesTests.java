package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Who asks for a handout to print while one is being printed. */
class HandoutFilesTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    private final HandoutPdfs printer = new HandoutPdfs(CONTENT);
    private final HandoutFiles files = new HandoutFiles(CONTENT, printer);
    private final EducationSummary handout = CONTENT.library().general("en");

    @Test
    void fourWaitAndTheFifthIsAskedToComeAgain() throws InterruptedException {
        List<Thread> waiting = Stream.generate(() -> new Thread(() -> files.pdf(handout)))
                .limit(4)
                .toList();
        synchronized (printer) { // as if it were printing
            waiting.forEach(Thread::start);
            await().until(() -> waiting.stream().allMatch(one -> one.getState() == Thread.State.BLOCKED));

            assertThatExceptionOfType(ErrorResponseException.class)
                    .isThrownBy(() -> files.pdf(handout))
                    .satisfies(busy -> {
                        assertThat(busy.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                        assertThat(busy.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                                .isEqualTo("5");
                    });
        }
        for (Thread one : waiting) {
            one.join();
        }

        assertThat(files.pdf(handout).getStatusCode()).isEqualTo(HttpStatus.OK);
    }
}
