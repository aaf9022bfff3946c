package org.foramen.intake.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.foramen.base.web.HeapShare;
import org.foramen.intake.settings.AbuseSettings;
import org.springframework.stereotype.Component;

/** So many inquiries per address and per network in a while, counted in this process. */
@Component
public class RateLimits {

    /** Of the heap, for each of the two caches; what one entry takes, with its bucket. */
    private static final int PERCENT = 5;

    private static final int BYTES = 600;
    private static final int MOST_KNOWN = HeapShare.count(PERCENT, BYTES, 100_000);

    private final Limit perAddress;
    private final Limit perNetwork;

    RateLimits(AbuseSettings settings) {
        this.perAddress = new Limit(settings.perAddress(), settings.period());
        this.perNetwork = new Limit(settings.perNetwork(), settings.period());
    }

    /** Counts an inquiry, unless there were too many: then it says how long to wait. Zero means go on. */
    public Duration take(Client client) {
        if (client.exempt()) {
            return Duration.ZERO;
        }
        Duration wait = perAddress.take(client.address());
        if (!wait.isZero()) {
            return wait;
        }
        Duration networkWait = perNetwork.take(client.network());
        if (!networkWait.isZero()) {
            perAddress.giveBack(client.address());
        }
        return networkWait;
    }

    /** Uncounts an inquiry that was not accepted after all. */
    public void giveBack(Client client) {
        if (!client.exempt()) {
            perAddress.giveBack(client.address());
            perNetwork.giveBack(client.network());
        }
    }

    /** How many addresses and networks are remembered; it has a bound. */
    long known() {
        return perAddress.known() + perNetwork.known();
    }

    private static final class Limit {

        private final int most;
        private final Duration period;
        private final Cache<ByteBuffer, Bucket> buckets;

        Limit(int most, Duration period) {
            this.most = most;
            this.period = period;
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(MOST_KNOWN)
                    .expireAfterAccess(period) // full again by then
                    .build();
        }

        Duration take(ByteBuffer who) {
            if (most <= 0) {
                return Duration.ZERO;
            }
            ConsumptionProbe probe = buckets.get(who, unknown -> newBucket()).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
        }

        void giveBack(ByteBuffer who) {
            Bucket bucket = buckets.getIfPresent(who);
            if (bucket != null) {
                bucket.addTokens(1);
            }
        }

        long known() {
            buckets.cleanUp();
            return buckets.estimatedSize();
        }

        private Bucket newBucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                    .build();
        }
    }
}
