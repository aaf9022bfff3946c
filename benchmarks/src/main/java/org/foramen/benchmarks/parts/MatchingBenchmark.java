package org.foramen.benchmarks.parts;

import java.util.concurrent.TimeUnit;
import org.foramen.base.screening.RedFlags;
import org.foramen.base.screening.Screening;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.matching.Match;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.matching.Question;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading what a person wrote: which handout fits, and whether it speaks of an emergency. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MatchingBenchmark {

    private final ProcedureMatcher matcher = ProcedureMatcher.load(
            House.content(), ClinicContent.load(House.content()).library().names());
    private final RedFlags redFlags = RedFlags.load(House.content());

    /** Lengths of the message, of which 5,000 is the longest that is taken. */
    @Param({"250", "5000"})
    public int characters;

    @Benchmark
    public Match match() {
        return matcher.match(new Question(message(), "foraminotomy", "neck"));
    }

    @Benchmark
    public Screening screen() {
        return redFlags.screen(message());
    }

    private String message() {
        return Inquiries.MESSAGE
                .repeat(1 + characters / Inquiries.MESSAGE.length())
                .substring(0, characters);
    }
}
