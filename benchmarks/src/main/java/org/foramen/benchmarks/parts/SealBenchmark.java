package org.foramen.benchmarks.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.foramen.base.SealKeyFiles;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Sealing at the door and opening behind it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SealBenchmark {

    private static final int MORE_THAN_ARE_REMEMBERED = 1_000;

    private final InquiryReceived inquiry = new Inquiries().next();
    private final InquirySealer sealer;
    private final InquiryOpener opener;
    private final SealedInquiry sealed;
    private final InquirySealer loneSealer;
    private final List<SealedInquiry> lone;
    private int next;

    public SealBenchmark() {
        try {
            Path keys = Files.createTempDirectory("parts").resolve("keys");
            SealKeyFiles.makeIfAbsent(keys);
            sealer = SealKeys.sealer(keys.resolve(SealKeys.PUBLIC_FILE));
            opener = SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE));
            sealed = sealer.seal(inquiry);
            AtomicLong clock = new AtomicLong();
            loneSealer = SealKeys.sealer(
                    keys.resolve(SealKeys.PUBLIC_FILE),
                    () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
            lone = Stream.generate(() -> loneSealer.seal(inquiry))
                    .limit(MORE_THAN_ARE_REMEMBERED)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("no keys", e);
        }
    }

    @Benchmark
    public SealedInquiry seal() {
        return sealer.seal(inquiry);
    }

    @Benchmark
    public InquiryReceived open() {
        return opener.open(sealed.id().value(), sealed.headers(), sealed.value());
    }

    @Benchmark
    public SealedInquiry sealTheFirstOfItsSecond() {
        return loneSealer.seal(inquiry);
    }

    @Benchmark
    public InquiryReceived openTheFirstOfItsSecond() {
        SealedInquiry one = lone.get(next++ % lone.size());
        return opener.open(one.id().value(), one.headers(), one.value());
    }
}
