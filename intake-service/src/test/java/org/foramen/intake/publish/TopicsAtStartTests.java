package org.foramen.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.core.KafkaAdmin;

class TopicsAtStartTests {

    private static final NewTopic[] TOPICS = {new NewTopic("inquiries", 1, (short) 1)};

    @Test
    @Timeout(30)
    void aBrokerThatNeverEndsItsAnswerDoesNotKeepTheFormClosed() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TopicsAtStart start = new TopicsAtStart(
                new Scripted(() -> {
                    asked.countDown();
                    await(never);
                }),
                TOPICS,
                Duration.ofMillis(100));

        start.start();

        assertThat(start.isRunning()).isTrue();
        assertThatCode(asked::await).doesNotThrowAnyException();
        never.countDown();
    }

    @Test
    void theTopicsAreThereBeforeVisitorsAre() {
        CountDownLatch made = new CountDownLatch(1);

        new TopicsAtStart(new Scripted(made::countDown), TOPICS, Duration.ofSeconds(20)).start();

        assertThat(made.getCount()).isZero();
    }

    @Test
    void aBrokerThatIsAwayDoesNotKeepTheFormClosedEither() {
        TopicsAtStart start = new TopicsAtStart(
                new Scripted(() -> {
                    throw new IllegalStateException("nobody answers");
                }),
                TOPICS,
                Duration.ofSeconds(20));

        start.start();

        assertThat(start.isRunning()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Scripted extends KafkaAdmin {

        private final Runnable making;

        Scripted(Runnable making) {
            super(Map.of());
            this.making = making;
        }

        @Override
        public void createOrModifyTopics(NewTopic... topics) {
            making.run();
        }
    }
}
