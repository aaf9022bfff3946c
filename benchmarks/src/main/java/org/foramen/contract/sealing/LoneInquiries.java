package org.foramen.contract.sealing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Seals as if each inquiry were the only one of its second. It stands in the contract's package to set the clock. */
public final class LoneInquiries {

    private LoneInquiries() {}

    public static InquirySealer sealer(Path publicFile) {
        AtomicLong clock = new AtomicLong();
        return SealKeys.sealer(
                publicFile, () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
    }
}
