package org.foramen.benchmarks.parts;

import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.order.PatientMailNews;
import org.foramen.notifier.smtp.Composing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writing a mail down to its last byte, and the PDF that is made once for each version of a handout. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ComposingBenchmark {

    private final ClinicContent content = ClinicContent.load(House.content());
    private final EducationSummary handout =
            content.library().find("foraminotomy", "en").orElseThrow();
    private final InquiryReceived inquiry = new Inquiries().next();
    private final Response answer = new Response(handout, "Names foraminotomy.", List.of(), null);
    private final Stationery stationery = new Stationery(content, new MailLinks(null));
    private final PatientMail patientMail = new PatientMail(stationery, new HandoutPdfs(content));
    private final ClinicMail clinicMail = new ClinicMail(stationery);
    private final Composing composing = new Composing();

    @Benchmark
    public void patientMail() {
        composing.write(patientMail.write(inquiry, handout), OutputStream.nullOutputStream());
    }

    @Benchmark
    public void clinicMail() {
        composing.write(
                clinicMail.write(inquiry, content.clinic().inbox(), answer, PatientMailNews.planned(null)),
                OutputStream.nullOutputStream());
    }

    @Benchmark
    public byte[] pdf() {
        return new HandoutPdfs(content).of(handout);
    }
}
