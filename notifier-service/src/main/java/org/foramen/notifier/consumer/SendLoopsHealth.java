package org.foramen.notifier.consumer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while what is read and sent can be noted: a full disk is met by whoever needs room, and by no look at the database. */
@Component("sendingHealthIndicator")
class SendLoopsHealth implements HealthIndicator {

    private final SendLoops loops;

    SendLoopsHealth(SendLoops loops) {
        this.loops = loops;
    }

    @Override
    public Health health() {
        return loops.waits() ? Health.down().build() : Health.up().build();
    }
}
